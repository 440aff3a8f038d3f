import selectIcon from '@fluentui/svg-icons/icons/table_20_regular.svg';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { customerDetailTexts } from '../../../i18n/customerDetail';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, formatShare, moneyUnit } from '../../../i18n/numbers';
import { statementTexts } from '../../../i18n/statement';
import type { Tiering } from '../../model/assessmentModel';
import { usePane } from '../../paneContext';
import { AgeingBars } from '../../parts/AgeingBars';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { Money } from '../../parts/Money';
import { TierMark, tierRank } from '../../parts/TierMark';
import { capPhrase } from '../../wording/capWords';
import { CustomerHistory } from '../history/CustomerHistory';
import { CustomerStatement } from '../statement/CustomerStatement';
import { CustomerBreaches } from './CustomerBreaches';
import { FactorPoints } from './FactorPoints';
import { Figures } from './Figures';
import { MonthAgeingBars } from './MonthAgeingBars';
import { NextStep } from './NextStep';
import { PaymentHistory } from './PaymentHistory';
import { PolicyAnswer } from './PolicyAnswer';
import { RowsOnSheet } from './RowsOnSheet';
import { TierMoverList } from './TierMoverList';
import './customer.css';

/** One customer: why it stands where it does, what comes next, how it pays, and what is known of it. */
export function Customer({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const pane = usePane();
  const { customer: words, summary, customers } = texts();
  const language = currentLanguage();
  const { assessment, block } = tiering;
  const { table, scores, policy } = assessment;
  const tier = policy.tiers[scores.tier[customer]];
  const letter = tier?.letter ?? '';
  const score = scores.score[customer];
  const capped = capPhrase(assessment, customer, language);
  const amounts = table.buckets.map(bucket => bucket[customer]);
  const unit = moneyUnit(Math.max(0, ...amounts.map(Math.abs)), pane.preferences.amountStyle.value, language);
  const detail = textsOf(customerDetailTexts);
  const { ledger } = tiering;
  const agesByInvoice = policy.settings.ageBy === 'invoiceDate';

  return (
    <Layer title={table.customers[customer] || customers.unnamed}>
      <div class="customerHead">
        <TierMark letter={letter} rank={tierRank(scores.tier[customer], policy.tiers.length)} size={48} />
        <div>
          {Number.isNaN(score) ? (
            <p>{words.noScore}</p>
          ) : (
            <>
              <p class="customerScore">
                <span class="onlyHeard">{words.score} </span>
                <span class="number">{words.scoreOf(formatNumber(score, language))}</span>
              </p>
              {scores.coverage[customer] < 1 && (
                <p class="quiet small">{words.coverage(formatShare(scores.coverage[customer], language))}</p>
              )}
            </>
          )}
          {capped !== '' && <p class="small">{capped}</p>}
        </div>
        <dl class="customerAtRisk">
          <dt class="quiet small">{words.atRisk}</dt>
          <dd>
            <Money
              amount={assessment.atRisk[customer]}
              unit={moneyUnit(assessment.atRisk[customer], 'full', language)}
              class="customerScore"
            />
          </dd>
        </dl>
      </div>
      <RowsOnSheet customer={customer} rowCount={table.rowsOf(customer).length} />

      <div class="block">
        <h3>{words.breaches}</h3>
        <CustomerBreaches tiering={tiering} customer={customer} />
      </div>
      <div class="block">
        <h3>{detail.nextStep}</h3>
        <NextStep tiering={tiering} customer={customer} />
      </div>
      <div class="block">
        <h3>{words.byFactor}</h3>
        <FactorPoints assessment={assessment} customer={customer} is1904={block.is1904} />
      </div>
      <div class="block">
        <h3>{detail.movers}</h3>
        <TierMoverList assessment={assessment} customer={customer} is1904={block.is1904} />
      </div>
      {ledger !== null && (
        <div class="block">
          <h3>
            {words.ageing}
            <span class="quiet small">
              {texts().aside(agesByInvoice ? detail.ageingByInvoice : summary.daysUnit)}
            </span>
          </h3>
          <AgeingBars buckets={policy.buckets} amounts={amounts} unit={unit} />
          {agesByInvoice && (
            <MonthAgeingBars tiering={tiering} ledger={ledger} customer={customer} unit={unit} />
          )}
        </div>
      )}
      {ledger !== null && (
        <div class="block">
          <h3>{detail.timeline}</h3>
          <PaymentHistory tiering={tiering} ledger={ledger} customer={customer} />
        </div>
      )}
      <div class="block">
        <h3>{detail.policyAnswer}</h3>
        <PolicyAnswer assessment={assessment} customer={customer} is1904={block.is1904} />
      </div>
      <CustomerHistory tiering={tiering} customer={customer} />
      <div class="block">
        <h3>{words.figures}</h3>
        <Figures tiering={tiering} customer={customer} />
      </div>
      <div class="block">
        <h3>{textsOf(statementTexts).title}</h3>
        <CustomerStatement tiering={tiering} customer={customer} />
      </div>
      <Button icon={selectIcon} class="selectAgain" onClick={() => void pane.rowSelection.select(customer)}>
        {words.selectAgain}
      </Button>
    </Layer>
  );
}
