import copyIcon from '@fluentui/svg-icons/icons/copy_20_regular.svg';
import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, isoOfSerial, moneyUnit } from '../../../i18n/numbers';
import { contractsTexts } from '../../../i18n/pane/contracts';
import {
  type ContractReview,
  type ContractRow,
  contractRemarks,
} from '../../../risk/contracts/contractRemarks';
import type { ContractOrder } from '../../../risk/contracts/contractSelection';
import type { Field } from '../../../risk/ledger/ledger';
import { hasNumbers, numbersOf } from '../../../risk/metrics/table/customerNumbers';
import type { Slices } from '../../../risk/slices';
import type { CopiedRows } from '../../copiedTable';
import {
  createContractsModel,
  type ListedContracts,
  type ReviewedContracts,
} from '../../model/customers/contractsModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { CustomerNumber } from '../../parts/CustomerNumber';
import { Layer } from '../../parts/Layer';
import { Money } from '../../parts/Money';
import { TierMark, tierRank } from '../../parts/TierMark';
import { WindowedList } from '../../parts/WindowedList';
import './contracts.css';

const rowHeight = 56;
const orders: readonly ContractOrder[] = ['exposure', 'days'];

/** Agreements that end, ended, or are not as the policy wants them, each with the money it is about. */
export function Contracts() {
  const pane = usePane();
  const model = usePart(createContractsModel);
  const words = textsOf(contractsTexts);
  const tiering = pane.assessments.result.value;
  useEffect(model.follow, []);
  if (tiering === null) return null;
  const { policy, asOf } = tiering.assessment;
  const notice = policy.rules.find(({ id }) => id === 'contractEnding')?.threshold ?? 0;
  return (
    <Layer title={words.title}>
      <div class="block">
        <p class="quiet">{words.lead(formatDate(asOf, tiering.block.is1904, currentLanguage()), notice)}</p>
      </div>
      {model.listed.value && <Listed {...model.listed.value} />}
    </Layer>
  );
}

function Listed(listed: ListedContracts) {
  const { tiering, review } = listed;
  const words = textsOf(contractsTexts);
  return (
    <>
      {review.rows.length === 0 && review.unchecked.length < contractRemarks.length && (
        <p class="block">{words.none}</p>
      )}
      {review.rows.length > 0 && <Remarks {...listed} />}
      <Unchecked tiering={tiering} review={review} />
    </>
  );
}

function Remarks({ tiering, review, selection }: ListedContracts) {
  const { preferences } = usePane();
  const model = usePart(createContractsModel);
  const words = textsOf(contractsTexts);
  const language = currentLanguage();
  const { table, scores, policy } = tiering.assessment;
  const { rows, customerCount, exposure, counts } = selection;
  const largest = Math.max(0, review.rows[0]?.exposure || 0);
  const unit = moneyUnit(largest, preferences.amountStyle.value, language);

  return (
    <div class="block contracts">
      <div class="contractsChoices">
        <label>
          <span>{words.show}</span>
          <select
            value={model.remark.value ?? ''}
            onChange={event => {
              const { value } = event.currentTarget;
              model.remark.value = contractRemarks.find(remark => remark === value) ?? null;
            }}
          >
            <option value="">{words.all(review.rows.length)}</option>
            {contractRemarks.map(remark => (
              <option key={remark} value={remark}>
                {words.ofRemark(words.remarks[remark], counts[remark])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.order}</span>
          <select
            value={model.order.value}
            onChange={event => {
              const { value } = event.currentTarget;
              model.order.value = orders.find(order => order === value) ?? 'exposure';
            }}
          >
            {orders.map(order => (
              <option key={order} value={order}>
                {words.orders[order]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="contractsHead">
        <p class="small quiet" role="status">
          {rows.length === 0
            ? words.noneShown
            : words.customers(customerCount, formatMoney(exposure, unit, language))}
        </p>
        {rows.length > 0 && (
          <Button
            look="subtle"
            class="endsLine"
            icon={copyIcon}
            onClick={() => void model.copy(copiedRows(rows, tiering))}
          >
            {words.copy}
          </Button>
        )}
      </div>
      <p class="onlyHeard" id="contractsHint">
        {words.hint}
      </p>
      <WindowedList
        items={rows}
        rowHeight={rowHeight}
        label={words.list}
        describedBy="contractsHint"
        keyOf={({ customer, remark }) => `${customer} ${remark}`}
        nameOf={row => `${table.customers[row.customer]}: ${reasonOf(row, tiering)}`}
        onOpen={row => void model.showRow(row)}
        renderItem={row => (
          <>
            <TierMark
              letter={policy.tiers[scores.tier[row.customer]]?.letter ?? ''}
              rank={tierRank(scores.tier[row.customer], policy.tiers.length)}
            />
            <span class="contractText">
              <span class="contractName">{table.customers[row.customer] || texts().customers.unnamed}</span>
              <span class="contractReason small quiet">
                <CustomerNumber table={table} customer={row.customer} />
                {reasonOf(row, tiering)}
              </span>
            </span>
            <Money amount={row.exposure} unit={unit} />
          </>
        )}
      />
    </div>
  );
}

/** Say a remark in words, with its day and what the policy allows. */
function reasonOf({ customer, remark, contractEnd, days, allowed }: ContractRow, tiering: Tiering): string {
  const words = textsOf(contractsTexts);
  const { scores, policy } = tiering.assessment;
  const letter = policy.tiers[scores.tier[customer]]?.letter ?? '';
  const date = formatDate(contractEnd, tiering.block.is1904, currentLanguage());
  if (remark === 'expired') return words.expired(date, days);
  if (remark === 'ending') return words.ending(date, days);
  if (remark === 'longTerms') return words.longTerms(days, letter, allowed);
  return words.guaranteeMissing(letter);
}

/** Rows written for the clipboard before the work stops for others. */
const copiedInSlice = 1_000;

/** The rows as they are shown, for another sheet: dates as Excel reads them in any language, amounts as numbers. */
function* copiedRows(shown: readonly ContractRow[], tiering: Tiering): Slices<CopiedRows> {
  const words = textsOf(contractsTexts);
  const { table } = tiering.assessment;
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  const numbers = hasNumbers(table) ? numbersOf(table) : null;
  const [customerHeader, ...headers] = words.headers;
  const rows: CopiedRows[number][] = [
    [customerHeader, ...(numbers === null ? [] : [texts().field.customerNumber]), ...headers],
  ];
  for (const [index, row] of shown.entries()) {
    if (index % copiedInSlice === copiedInSlice - 1) yield;
    rows.push([
      table.customers[row.customer],
      ...(numbers === null ? [] : [numbers[row.customer]]),
      words.remarks[row.remark],
      Number.isFinite(row.contractEnd) ? isoOfSerial(row.contractEnd, tiering.block.is1904) : null,
      known(row.days),
      known(row.exposure),
      reasonOf(row, tiering),
    ]);
  }
  return rows;
}

/** The column that would tell it, by the name under which it is mapped. */
const fieldOf: Readonly<Record<ContractReview['unchecked'][number]['needs'], Field>> = {
  contractEnd: 'contractEnd',
  termsDays: 'termsDays',
  guaranteed: 'guarantee',
};

/** What no column feeds, and where it could come from. */
function Unchecked({ tiering, review }: ReviewedContracts) {
  const pane = usePane();
  const words = textsOf(contractsTexts);
  if (review.unchecked.length === 0) return null;
  const isAlone = tiering.ledger !== null && tiering.join === null;
  const open = () => pane.layers.open(isAlone ? { kind: 'part', part: 'join' } : { kind: 'mapping' });
  return (
    <div class="block">
      <h3>{words.unchecked}</h3>
      <ul class="contractsUnchecked">
        {review.unchecked.map(({ remark, needs }) => (
          <li key={remark}>
            <span>{words.remarks[remark]}</span>
            <span class="small quiet">{words.needs(texts().field[fieldOf[needs]])}</span>
          </li>
        ))}
      </ul>
      {isAlone && <p class="small quiet">{words.joinAdvice}</p>}
      {tiering.join === null ? (
        <Button onClick={open}>{isAlone ? words.join : words.map}</Button>
      ) : (
        <p class="small quiet">{words.addColumn(tiering.join.sheet.block.sheetName)}</p>
      )}
    </div>
  );
}
