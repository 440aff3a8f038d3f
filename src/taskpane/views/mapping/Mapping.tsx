import { useState } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatShare } from '../../../i18n/numbers';
import { mappingTexts } from '../../../i18n/pane/mapping';
import { foundText, isBlankCell } from '../../../risk/ledger/cell';
import { isConverted } from '../../../risk/ledger/currency/convertedCurrencies';
import type { ColumnMapping, Field, SheetKind, StatedCustomer } from '../../../risk/ledger/ledger';
import { fieldsOf } from '../../../risk/ledger/recognition/fields';
import type { ReadSheet } from '../../model/ledger/readSheet';
import { usePane } from '../../paneContext';
import { Choice } from '../../parts/Choice';
import { columnLetter } from './columnLetter';
import './mapping.css';

const sureFrom = 0.9;
const likelyFrom = 0.6;
/** A confidence of exactly 1 is the user's own word. */
const saidByUser = 1;

const kinds: readonly SheetKind[] = ['ledger', 'customers'];

/** What was understood of the sheet, field by field, each to be corrected with a select. */
export function Mapping({ sheet }: { sheet: ReadSheet }) {
  const pane = usePane();
  const { mapping: words, field: fieldNames, listSeparator } = texts();
  const { block, recognition } = sheet;
  const { kind, headerRow, missing } = recognition;
  const dataRows = Math.max(0, block.cells.length - headerRow - 1);
  const tiering = pane.assessments.result.value;
  const currencies = tiering?.currencies ?? [];

  return (
    <div class="mapping">
      <p>
        {words.read(dataRows, block.address)}
        <span class="quiet">
          {texts().sentenceSeparator}
          {words.sourceAndHeader(
            words.source[block.source](block.tableName),
            headerRow < 0 ? words.noHeader : words.headerRow(block.row + headerRow + 1),
          )}
        </span>
      </p>
      {kind === 'unknown' && <p class="mappingMissing">{words.unknownKind}</p>}
      <HeaderRow sheet={sheet} />
      <Choice
        legend={words.kind}
        options={kinds.map(value => ({ value, label: words.kinds[value], help: words.kindHelp[value] }))}
        chosen={kind === 'unknown' ? null : kind}
        onChoose={next => void pane.chooseKind(next)}
      />
      {currencies.length > 1 && !isConverted(currencies) && tiering !== null && (
        <label class="mappingField">
          <span class="mappingName">{words.currency}</span>
          <select
            value={tiering.currency}
            onChange={event => void pane.chooseCurrency(event.currentTarget.value)}
            aria-describedby="currencyText"
          >
            {currencies.map(({ currency, rowCount }) => (
              <option key={currency} value={currency}>
                {words.currencyOption(currency || words.noCurrency, rowCount)}
              </option>
            ))}
          </select>
          <span id="currencyText" class="quiet small mappingHelp">
            {words.currencyText}
          </span>
        </label>
      )}
      {kind !== 'unknown' && (
        <section aria-label={words.columns}>
          <p class={missing.length > 0 ? 'mappingMissing' : 'quiet small'} role="status">
            {missing.length > 0
              ? words.missing(missing.map(name => fieldNames[name]).join(listSeparator))
              : words.complete}
          </p>
          <Ages sheet={sheet} />
          <p class="quiet small">{textsOf(mappingTexts).remembers}</p>
          <Fields key={`${kind} ${block.sheetId}`} sheet={sheet} kind={kind} />
        </section>
      )}
    </div>
  );
}

/** A date in three columns is rare: these come last. */
const isPartOfDate = (name: Field): boolean => /(?:Year|Month|DayOfMonth)$/.test(name);

/** What is needed and what was found first, then what else a sheet may have; each keeps its place while it is corrected. */
function Fields({ sheet, kind }: { sheet: ReadSheet; kind: SheetKind }) {
  const pane = usePane();
  const { block, recognition } = sheet;
  const { headers, missing, statedCustomer, columns } = recognition;
  const mapped = new Map<Field, ColumnMapping>(columns.map(mapping => [mapping.field, mapping]));
  const [{ found, others }] = useState(() => {
    const optional = fieldsOf(kind).filter(name => !missing.includes(name));
    const isFound = (name: Field): boolean =>
      mapped.has(name) || (name === 'customer' && statedCustomer !== undefined);
    const absent = optional.filter(name => !isFound(name));
    return {
      found: [...missing, ...optional.filter(isFound)],
      others: [...absent.filter(name => !isPartOfDate(name)), ...absent.filter(isPartOfDate)],
    };
  });
  const fieldOf = (name: Field) => (
    <MappingField
      key={name}
      name={texts().field[name]}
      mapping={mapped.get(name) ?? null}
      stated={name === 'customer' && statedCustomer ? statedText(statedCustomer, block) : null}
      headers={headers}
      firstColumn={block.column}
      isNeeded={missing.includes(name)}
      onMap={column => void pane.mapColumn(name, column)}
    />
  );
  return (
    <>
      {found.map(fieldOf)}
      {others.length > 0 && <h2 class="mappingOthers">{textsOf(mappingTexts).others}</h2>}
      {others.map(fieldOf)}
    </>
  );
}

/** `Acme Ltd, from B2` */
function statedText({ name, row, column, isFirst }: StatedCustomer, block: ReadSheet['block']): string {
  const { stated, statedFirst } = textsOf(mappingTexts);
  const address = `${columnLetter(block.column + column)}${block.row + row + 1}`;
  return isFirst ? statedFirst(name, address) : stated(name, address);
}

/** What the columns of ages of a customer list say, and what they cannot say. */
function Ages({ sheet: { recognition } }: { sheet: ReadSheet }) {
  const { ageing } = recognition;
  if (ageing === undefined) return null;
  const words = textsOf(mappingTexts);
  const headers = ageing.columns.map(({ header }) => header).join(texts().listSeparator);
  const basis = ageing.basis === 'dueDate' ? words.agesByDue : words.agesByInvoice;
  return (
    <p class="small">
      {words.ages(headers)} {basis} <span class="quiet">{words.withoutInvoices}</span>
    </p>
  );
}

/** Titles and notes above a header are rarely more; a header further down is still offered. */
const offeredRows = 40;
const shownCells = 4;

/** The row with the headers, as it was found or chosen, and the rows it could be instead. */
function HeaderRow({ sheet: { block, recognition } }: { sheet: ReadSheet }) {
  const pane = usePane();
  const { headerRow } = recognition;
  const words = textsOf(mappingTexts);
  const rows = block.cells
    .slice(0, Math.max(offeredRows, headerRow + 1))
    .map((cells, row) => ({ row, texts: cells.filter(cell => !isBlankCell(cell)).map(foundText) }))
    .filter(({ row, texts: filled }) => filled.length > 0 || row === headerRow);
  return (
    <label class="mappingField">
      <span class="mappingName">{words.headerRow}</span>
      <select
        value={headerRow}
        onChange={event => void pane.chooseHeaderRow(Number(event.currentTarget.value))}
      >
        <option value={-1}>{texts().mapping.noHeader}</option>
        {rows.map(({ row, texts: filled }) => (
          <option key={row} value={row}>
            {words.rowOption(block.row + row + 1, filled.slice(0, shownCells).join(' · '))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Chosen while the cell above the table is; any other choice takes its place. */
const aboveTable = 'above';

interface MappingFieldProps {
  readonly name: string;
  readonly mapping: ColumnMapping | null;
  /** What no column but a cell above the table says. */
  readonly stated: string | null;
  readonly headers: readonly string[];
  readonly firstColumn: number;
  readonly isNeeded: boolean;
  readonly onMap: (column: number | null) => void;
}

function MappingField({ name, mapping, stated, headers, firstColumn, isNeeded, onMap }: MappingFieldProps) {
  const words = texts().mapping;
  const sureness = surenessOf(mapping);
  return (
    <label class={`mappingField ${isNeeded ? 'isNeeded' : ''}`}>
      <span class="mappingName">
        {name}
        {isNeeded && <span class="mappingNeeded small"> {words.required}</span>}
        {sureness !== null && mapping !== null && (
          <span
            class={`mappingSureness small ${sureness}`}
            title={words.confidenceOf(formatShare(mapping.confidence, currentLanguage()))}
          >
            {words.confidence[sureness]}
          </span>
        )}
      </span>
      <select
        value={mapping?.column ?? (stated === null ? '' : aboveTable)}
        class={mapping === null && stated === null ? 'quiet' : ''}
        onChange={event => onMap(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      >
        {stated !== null && <option value={aboveTable}>{stated}</option>}
        <option value="">{words.notMapped}</option>
        {headers.map((header, column) => (
          <option key={column} value={column}>
            {words.column(columnLetter(firstColumn + column), header)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What to say of how a column was found; nothing where it is sure, so that what is doubtful stands out. */
function surenessOf(mapping: ColumnMapping | null): 'yours' | 'likely' | 'unsure' | null {
  if (mapping === null) return null;
  if (mapping.confidence >= saidByUser) return 'yours';
  if (mapping.confidence >= sureFrom) return null;
  return mapping.confidence >= likelyFrom ? 'likely' : 'unsure';
}
