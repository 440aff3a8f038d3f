import statementIcon from '@fluentui/svg-icons/icons/document_text_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage, languageNames, languages } from '../../../i18n/language';
import { formatAmount } from '../../../i18n/numbers';
import { statementTexts } from '../../../i18n/sheets/statement';
import type { Ledger } from '../../../risk/ledger/ledger';
import type { CustomerTable } from '../../../risk/metrics/table/metric';
import type { Slices } from '../../../risk/slices';
import {
  type StatementOfAccount,
  statementOfAccountInSlices,
} from '../../../risk/statement/statementOfAccount';
import { createStatementModel } from '../../model/customers/statementModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { Choice } from '../../parts/Choice';
import { useSlices } from '../../useSlices';
import { LetterheadFields } from './LetterheadFields';
import './statement.css';

/** The statement of account of one customer: in which language, from whom, and what making it will add. */
export function CustomerStatement({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const pane = usePane();
  const model = usePart(createStatementModel);
  const words = textsOf(statementTexts);
  useEffect(() => void model.look(), []);
  const { ledger, assessment } = tiering;
  const statement = useSlices(
    () => drawUp(ledger, assessment.table, customer),
    [ledger, assessment.table, customer],
  );
  if (ledger === null) return <p class="quiet small">{words.needsLedger}</p>;
  if (statement === null) return null;
  if (statement.lines.length === 0) return <p class="quiet small">{words.nothingOpen}</p>;
  return (
    <div class="statementForm">
      <LetterheadFields />
      <Choice
        legend={words.language}
        options={languages.map(value => ({ value, label: languageNames[value] }))}
        chosen={model.languageOf(customer)}
        onChoose={language => model.chooseLanguage(customer, language)}
      />
      <Button
        icon={statementIcon}
        disabled={pane.work.isWorking.value}
        onClick={() => void model.make([customer])}
      >
        {words.make}
      </Button>
      <p class="quiet small">{words.will(statement.lines.length)}</p>
      {statement.apartFromExposure !== 0 && (
        <p class="quiet small">
          {words.disputedApart(formatAmount(statement.apartFromExposure, currentLanguage()))}
        </p>
      )}
    </div>
  );
}

/** A customer list states sums only. */
function* drawUp(
  ledger: Ledger | null,
  table: CustomerTable,
  customer: number,
): Slices<StatementOfAccount | null> {
  return ledger && (yield* statementOfAccountInSlices(ledger, table, customer));
}
