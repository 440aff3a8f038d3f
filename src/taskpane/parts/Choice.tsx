import { useId } from 'preact/hooks';
import './choice.css';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly help?: string }[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons side by side. */
export function Choice<Value extends string>({ legend, options, chosen, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  const help = options.find(({ value }) => value === chosen)?.help;
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choiceOptions">
        {options.map(({ value, label }) => (
          <label key={value} class="choiceOption">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {help !== undefined && <p class="quiet small">{help}</p>}
    </fieldset>
  );
}
