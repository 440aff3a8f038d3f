import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { joinOfferTexts } from '../../../i18n/pane/joinOffer';
import { isConverted } from '../../../risk/ledger/currency/convertedCurrencies';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { MessageBar } from '../../parts/MessageBar';
import { Customers } from '../customers/Customers';
import { Summary } from '../summary/Summary';
import { LaterRows } from './LaterRows';
import { PartLines } from './PartLines';
import './answer.css';

/** The answer itself: what to make sure of first, how much is at risk, and whose it is. */
export function Answer({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { notice } = texts();
  const isStale = pane.work.isWorking.value && isAboutResults.has(pane.work.current.value?.stage ?? '');
  const isEmpty = tiering.assessment.worstFirst.length === 0;
  const hasRows = tiering.block.cells.length > tiering.recognition.headerRow + 1;
  return (
    <div class={isStale ? 'isStale' : ''} aria-busy={isStale}>
      <div role="status">
        <CheckColumns />
      </div>
      <CurrencyChoice tiering={tiering} />
      <div role="status">
        <JoinOffer />
      </div>
      {isEmpty ? (
        <section class="overviewEmpty">
          <h1>{hasRows ? notice.noCustomers : notice.noRows}</h1>
          <p>{hasRows ? notice.noCustomersAdvice : notice.noRowsAdvice}</p>
          <div class="overviewNext">
            {!hasRows && (
              <Button look="primary" onClick={() => void pane.tierActiveSheet()}>
                {texts().mapping.reread}
              </Button>
            )}
            <Button onClick={() => pane.layers.open({ kind: 'mapping' })}>{texts().mapping.show}</Button>
            {tiering.findings.length > 0 && (
              <Button onClick={() => pane.layers.open({ kind: 'part', part: 'check' })}>
                {texts().more.parts.check.name}
              </Button>
            )}
          </div>
        </section>
      ) : (
        <>
          <Summary tiering={tiering} />
          <LaterRows tiering={tiering} />
          <PartLines />
          <Customers tiering={tiering} />
        </>
      )}
    </div>
  );
}

const isAboutResults: ReadonlySet<string> = new Set(['reading', 'understanding', 'computing']);

const sureEnough = 0.6;

/** Columns of which Tiercel is not sure: results are there, and so is the doubt. */
function CheckColumns() {
  const pane = usePane();
  const { mapping } = texts();
  const doubtful = (pane.sheet.current.value?.recognition.columns ?? []).filter(
    ({ confidence }) => confidence < sureEnough,
  );
  if (doubtful.length === 0) return null;
  return (
    <MessageBar
      intent="warning"
      actions={[
        { label: mapping.show, run: () => pane.layers.open({ kind: 'mapping' }) },
        { label: mapping.areRight, run: pane.confirmColumns },
      ]}
    >
      {mapping.check(doubtful.length)}
    </MessageBar>
  );
}

/** Another sheet looks like the ledger's customer list: an offer, until it is taken or waved away. */
function JoinOffer() {
  const pane = usePane();
  const words = textsOf(joinOfferTexts);
  const offer = pane.joinOffer.offer.value;
  if (offer === null) return null;
  return (
    <MessageBar
      intent="info"
      actions={[
        { label: words.join, run: () => pane.joinList(offer.sheetId) },
        { label: words.look, run: () => pane.layers.open({ kind: 'part', part: 'join' }) },
      ]}
      onDismiss={pane.joinOffer.dismiss}
    >
      {words.offer(offer.sheetName)}
    </MessageBar>
  );
}

/** Several currencies that no rates bring together: which one these numbers are in, and the choice of another. */
function CurrencyChoice({ tiering }: { tiering: Tiering }) {
  const pane = usePane();
  const { mapping } = texts();
  if (tiering.currencies.length < 2 || isConverted(tiering.currencies)) return null;
  return (
    <div class="currencyChoice small">
      <label>
        <span>{mapping.currency}</span>
        <select
          value={tiering.currency}
          onChange={event => void pane.chooseCurrency(event.currentTarget.value)}
        >
          {tiering.currencies.map(({ currency, rowCount }) => (
            <option key={currency} value={currency}>
              {mapping.currencyOption(currency || mapping.noCurrency, rowCount)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{mapping.currencyText}</p>
    </div>
  );
}
