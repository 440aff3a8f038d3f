import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, languageNames, languages } from '../../../i18n/language';
import { isoOfSerial, serialOfIso } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import { type Collecting, stepsOf } from '../../model/collect/collectCases';
import { createCollectModel } from '../../model/collect/collectModel';
import { usePart } from '../../partModel';
import { Choice } from '../../parts/Choice';
import { CollectField } from './CollectField';

interface LetterChoicesProps {
  readonly collecting: Collecting;
  readonly customer: number;
  /** Index into the policy's steps. */
  readonly step: number;
  readonly onStep: (step: number) => void;
  /** The letter has another language or day. */
  readonly onChange: () => void;
}

/** Language, step and day of a letter. */
export function LetterChoices({ collecting, customer, step, onStep, onChange }: LetterChoicesProps) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const { is1904 } = collecting.tiering.block;
  return (
    <div class="collectFilters">
      <Choice
        legend={words.language}
        options={languages.map(value => ({ value, label: languageNames[value] }))}
        chosen={collect.languageOf(customer)}
        onChoose={value => {
          collect.languages.value = new Map(collect.languages.value).set(customer, value);
          onChange();
        }}
      />
      <CollectField label={words.step}>
        <select value={step} onChange={({ currentTarget: { value } }) => onStep(Number(value))}>
          {stepsOf(collecting).map(({ id, name }, index) => (
            <option key={id} value={index}>
              {name[currentLanguage()]}
            </option>
          ))}
        </select>
      </CollectField>
      <CollectField label={words.date}>
        <input
          type="date"
          value={isoOfSerial(collect.day.value, is1904)}
          onChange={({ currentTarget: { value } }) => {
            const day = serialOfIso(value, is1904);
            if (day === null) return;
            collect.day.value = day;
            onChange();
          }}
        />
      </CollectField>
    </div>
  );
}
