interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** One of many: the list of the platform, with its name above it. */
export const Select = ({ label, value, options, onChoose }: SelectProps) => (
  <label class="customerListSelect small">
    <span class="quiet">{label}</span>
    <select value={value} onChange={event => onChoose(event.currentTarget.value)}>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
