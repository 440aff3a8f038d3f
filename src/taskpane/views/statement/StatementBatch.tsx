import statementIcon from '@fluentui/svg-icons/icons/document_text_20_regular.svg';
import { useEffect, useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { moneyUnit } from '../../../i18n/numbers';
import { statementTexts } from '../../../i18n/sheets/statement';
import { numberBeside } from '../../../risk/metrics/table/customerNumbers';
import { createStatementModel } from '../../model/customers/statementModel';
import { mostStatements } from '../../model/customers/tickedCustomers';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Money } from '../../parts/Money';
import { LetterheadFields } from './LetterheadFields';
import './statement.css';

/** More are not ticked one by one. */
const mostListed = 100;

/** Statements for many: customers with overdue money, the most first, to tick. */
export function StatementBatch({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const model = usePart(createStatementModel);
  const words = textsOf(statementTexts);
  const language = currentLanguage();
  useEffect(() => void model.look(), []);
  const { assessment } = tiering;
  const { table } = assessment;
  const { customers: names, metrics } = table;
  const owing = useMemo(
    () =>
      assessment.worstFirst
        .filter(customer => metrics.overdue[customer] > 0)
        .sort((one, other) => metrics.overdue[other] - metrics.overdue[one]),
    [assessment],
  );
  if (owing.length === 0) return <p class="quiet">{words.batchNone}</p>;
  const listed = Array.from(owing.subarray(0, mostListed));
  const ticked = model.ticked.value;
  const chosen = listed.filter(customer => ticked.has(names[customer]));
  const unit = moneyUnit(metrics.overdue[owing[0]], pane.preferences.amountStyle.value, language);
  const firstCount = Math.min(mostStatements, listed.length);

  return (
    <div class="statementForm">
      <p class="small">{words.batchLead(mostStatements)}</p>
      <LetterheadFields />
      <div class="statementTicks">
        <Button
          look="subtle"
          class="startsLine"
          onClick={() => {
            model.untickAll();
            for (const customer of listed.slice(0, firstCount)) model.tick(names[customer], true);
          }}
        >
          {words.tickFirst(firstCount)}
        </Button>
        {chosen.length > 0 && (
          <Button look="subtle" onClick={model.untickAll}>
            {words.untick}
          </Button>
        )}
      </div>
      <ul class="statementList">
        {listed.map(customer => (
          <li key={customer}>
            <label>
              <input
                type="checkbox"
                aria-label={words.tick(names[customer])}
                checked={ticked.has(names[customer])}
                disabled={model.isFull.value && !ticked.has(names[customer])}
                onChange={event => model.tick(names[customer], event.currentTarget.checked)}
              />
              <span class="statementName">{names[customer]}</span>
              <span class="statementNumber number quiet small">{numberBeside(table, customer)}</span>
              <Money amount={metrics.overdue[customer]} unit={unit} />
            </label>
          </li>
        ))}
      </ul>
      {owing.length > listed.length && (
        <p class="quiet small">{words.batchMore(owing.length - listed.length)}</p>
      )}
      <p class="small" role="status">
        {model.isFull.value && words.batchFull(mostStatements)}
      </p>
      <div class="statementMake">
        <Button
          look="primary"
          icon={statementIcon}
          disabled={chosen.length === 0 || pane.work.isWorking.value}
          onClick={() => void model.make(chosen)}
        >
          {words.batchMake(chosen.length)}
        </Button>
      </div>
    </div>
  );
}
