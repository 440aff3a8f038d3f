import searchIcon from '@fluentui/svg-icons/icons/search_20_regular.svg';
import { Icon } from './Icon';
import './searchBox.css';

interface SearchBoxProps {
  /** What is looked for: said in the empty box, and to whom does not see it. */
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
  /** The label is longer than the box may be: it is said in full under the pointer. */
  readonly isLong?: boolean;
}

/** A box to type what is looked for; what was found follows each letter. */
export function SearchBox({ label, value, onSearch, isLong = false }: SearchBoxProps) {
  return (
    <label class="searchBox">
      <Icon source={searchIcon} class="quiet" />
      <span class="onlyHeard">{label}</span>
      <input
        type="search"
        placeholder={label}
        title={isLong ? label : undefined}
        value={value}
        onInput={event => onSearch(event.currentTarget.value)}
      />
    </label>
  );
}
