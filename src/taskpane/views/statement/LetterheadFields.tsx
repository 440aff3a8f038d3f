import { textsOf } from '../../../i18n/bilingual';
import { statementTexts } from '../../../i18n/sheets/statement';
import { createStatementModel } from '../../model/customers/statementModel';
import { usePart } from '../../partModel';

/** Who sends the statement: typed once, kept in the cells of the statements. */
export function LetterheadFields() {
  const { letterhead } = usePart(createStatementModel);
  const words = textsOf(statementTexts);
  const change = (part: Partial<typeof letterhead.value>): void => {
    letterhead.value = { ...letterhead.value, ...part };
  };
  return (
    <div class="letterheadFields">
      <label>
        <span class="small quiet">{words.company}</span>
        <input
          type="text"
          autocomplete="organization"
          value={letterhead.value.company}
          onInput={event => change({ company: event.currentTarget.value })}
        />
      </label>
      <label>
        <span class="small quiet">{words.address}</span>
        <input
          type="text"
          value={letterhead.value.address}
          onInput={event => change({ address: event.currentTarget.value })}
        />
      </label>
      <p class="small quiet">{words.companyHelp}</p>
    </div>
  );
}
