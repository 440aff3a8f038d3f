import selectIcon from '@fluentui/svg-icons/icons/table_20_regular.svg';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import { statementTexts } from '../../../i18n/sheets/statement';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { CustomerNumberLine } from '../../parts/CustomerNumber';
import { Layer } from '../../parts/Layer';
import { CustomerHistory } from '../history/CustomerHistory';
import { CustomerStatement } from '../statement/CustomerStatement';
import { CustomerAgeing } from './CustomerAgeing';
import { CustomerBreaches } from './CustomerBreaches';
import { CustomerHead } from './CustomerHead';
import { FactorPoints } from './FactorPoints';
import { Figures } from './Figures';
import { NextStep } from './NextStep';
import { PaymentHistory } from './PaymentHistory';
import { PolicyAnswer } from './PolicyAnswer';
import { RowsOnSheet } from './RowsOnSheet';
import { TierMoverList } from './TierMoverList';
import './customer.css';

/** One customer: why it stands where it does, what comes next, how it pays, and what is known of it. */
export function Customer({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const pane = usePane();
  const { customer: words, customers } = texts();
  const { assessment, block } = tiering;
  const { table } = assessment;
  const detail = textsOf(customerDetailTexts);
  const { ledger } = tiering;

  return (
    <Layer title={table.customers[customer] || customers.unnamed}>
      <CustomerNumberLine table={table} customer={customer} />
      <CustomerHead assessment={assessment} customer={customer} />
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
        <TierMoverList assessment={assessment} customer={customer} />
      </div>
      <CustomerAgeing tiering={tiering} ledger={ledger} customer={customer} />
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
