import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { isoOfSerial, serialOfIso } from '../../../i18n/numbers';
import { policyEditorTexts } from '../../../i18n/pane/policyEditor';
import type { Cell } from '../../../risk/ledger/ledger';
import { chosenOption, type FieldOption, type PolicyField } from '../../../risk/policy/cells/policyFields';
import { enteredCell, shownCell } from '../../../risk/policy/draft/enteredCell';
import { optionName } from '../../wording/policyWords';

interface PolicyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly field: PolicyField;
  readonly cell: Cell;
  /** What is wrong with it, `''` for nothing. */
  readonly wrong: string;
  readonly isChanged: boolean;
  /** Letters of the tiers, for a field that names one. */
  readonly letters: readonly string[];
  /** How the sheet writes an option. */
  readonly writeOption: (option: FieldOption) => Cell;
  readonly is1904: boolean;
  readonly onEdit: (cell: Cell) => void;
}

/** One cell of the policy as a field: what it holds can be typed over at any time, and what is wrong with it stands below. */
export function PolicyFieldInput(props: PolicyFieldProps) {
  const { id, label, field, wrong, isChanged } = props;
  const unit = field.kind === 'number' ? field.unit : 'plain';
  const unitWord = unit === 'days' || unit === 'months' ? textsOf(policyEditorTexts).unit[unit] : '';
  const shownUnit = label.toLowerCase().includes(unitWord) ? '' : unitWord;
  return (
    <div class={`policyField ${field.kind} ${isChanged ? 'isChanged' : ''}`}>
      <label for={id} class="small">
        {label}
      </label>
      <span class="policyInput">
        <Input {...props} />
        {shownUnit !== '' && (
          <span class="small quiet" aria-hidden="true">
            {shownUnit}
          </span>
        )}
      </span>
      {wrong !== '' && (
        <p id={`${id}-wrong`} class="policyWrong small">
          {wrong}
        </p>
      )}
    </div>
  );
}

function Input(props: PolicyFieldProps) {
  const { id, field, cell, wrong, onEdit, is1904, letters } = props;
  const described = {
    id,
    'aria-invalid': wrong === '' ? undefined : true,
    'aria-describedby': wrong === '' ? undefined : `${id}-wrong`,
  } as const;
  if (field.kind === 'switch') {
    return (
      <input
        type="checkbox"
        checked={cell === true || /^(true|yes|on|是|开|启用|1)$/i.test(String(cell).trim())}
        onChange={event => onEdit(event.currentTarget.checked)}
        {...described}
      />
    );
  }
  if (field.kind === 'date') {
    return (
      <input
        type="date"
        value={typeof cell === 'number' && cell >= 1 ? isoOfSerial(cell, is1904) : ''}
        onChange={event => onEdit(serialOfIso(event.currentTarget.value, is1904) ?? '')}
        {...described}
      />
    );
  }
  if (field.kind === 'choice') return <OptionSelect {...props} field={field} described={described} />;
  if (field.kind === 'tier') {
    const now = shownCell(cell, field);
    const options = letters.includes(now) ? letters : [now, ...letters];
    return (
      <select value={now} onChange={event => onEdit(event.currentTarget.value)} {...described}>
        {options.map(letter => (
          <option key={letter} value={letter}>
            {letter}
          </option>
        ))}
      </select>
    );
  }
  return <TextInput {...props} described={described} />;
}

type Described = Readonly<Record<string, string | boolean | undefined>>;

function OptionSelect({
  cell,
  field,
  writeOption,
  onEdit,
  described,
}: PolicyFieldProps & {
  readonly field: Extract<PolicyField, { kind: 'choice' }>;
  readonly described: Described;
}) {
  const chosen = chosenOption(cell, field.options);
  // What is none of the options stays in sight until another is chosen.
  const unknown = chosen === null ? shownCell(cell, field) : null;
  return (
    <select
      value={chosen?.code ?? ''}
      onChange={event => {
        const option = field.options.find(({ code }) => code === event.currentTarget.value);
        if (option) onEdit(writeOption(option));
      }}
      {...described}
    >
      {unknown !== null && <option value="">{unknown}</option>}
      {field.options.map(option => (
        <option key={option.code} value={option.code}>
          {optionName(option, currentLanguage())}
        </option>
      ))}
    </select>
  );
}

/** While somebody types the text stays theirs; once they leave it is written as the policy takes it. */
function TextInput({ field, cell, onEdit, described }: PolicyFieldProps & { readonly described: Described }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="text"
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      class={field.kind === 'number' ? 'number' : ''}
      autocomplete="off"
      value={typed ?? shownCell(cell, field)}
      onInput={event => {
        const text = event.currentTarget.value;
        setTyped(text);
        onEdit(enteredCell(text, field));
      }}
      onBlur={() => setTyped(null)}
      {...described}
    />
  );
}
