import { useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import {
  formatAmount,
  formatMoney,
  formatNumber,
  formatRound,
  type MoneyUnit,
  moneyUnit,
} from '../../../i18n/numbers';
import { customerListTexts } from '../../../i18n/pane/customerList';
import { noTier, type TierSummary } from '../../../risk/scoring/assessment';
import { type ExposureMatrix, exposureMatrix, type MatrixCell } from '../../../risk/scoring/exposureMatrix';
import { createCustomerListModel } from '../../model/customers/customerListModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePart } from '../../partModel';
import { HowComputed } from '../../parts/HowComputed';
import { TierMark, tierRank } from '../../parts/TierMark';
import { WideTable } from '../../parts/WideTable';
import { sourceColumns } from '../../wording/sourceColumns';

/** So many tiers have room beside each other in the narrowest pane; with more the table scrolls sideways. */
const mostTiersAbreast = 5;
/** In pixels: an amount and its unit. */
const narrowestColumn = 60;

/** Shading says the order of size at a glance; a square root lets the middle be seen beside the largest. */
const shadeOf = (exposure: number, largest: number): number =>
  largest > 0 && exposure > 0 ? Math.sqrt(exposure / largest) : 0;

/** Amounts that are read against each other have one unit. Cells are narrow: no decimals below the first unit. */
function narrowUnitOf(amounts: readonly number[]): MoneyUnit {
  const size = Math.max(0, ...amounts.map(Math.abs));
  return size < 100_000
    ? { divisor: 1, suffix: '', decimals: 0 }
    : moneyUnit(size, 'short', currentLanguage());
}

/** Customers by tier and by what they owe: where the money and the risk meet, the largest debts of the worst tiers at the top right. */
export function TierExposureMatrix({ tiering }: { tiering: Tiering }) {
  const { assessment } = tiering;
  const words = textsOf(customerListTexts);
  const matrix = useMemo(() => exposureMatrix(assessment), [assessment]);
  const { rows } = matrix;
  const needsWidth = rows.length > mostTiersAbreast;
  return (
    <div class="matrixBox">
      <p class="quiet small">{words.matrixLead}</p>
      <WideTable label={words.views.matrix}>
        <table
          class="tierMatrix"
          style={needsWidth ? { minWidth: `${(rows.length + 1) * narrowestColumn}px` } : undefined}
        >
          <thead>
            <tr>
              <th scope="col" class="small quiet">
                {words.bandHead}
              </th>
              {rows.map(({ letter }, row) => (
                <th scope="col" key={letter}>
                  <TierMark letter={letter} rank={tierRank(row, assessment.policy.tiers.length)} />
                </th>
              ))}
            </tr>
          </thead>
          <Bands matrix={matrix} />
          <Sums summaries={assessment.tierSummaries} />
        </table>
      </WideTable>
      <HowComputed
        note={words.how.matrix}
        worked={workedSum(
          assessment.tierSummaries.map(({ exposure }) => exposure),
          assessment.portfolio.exposure,
        )}
        source={sourceColumns('exposure', tiering)}
      >
        <span class="small">{words.how.title}</span>
      </HowComputed>
    </div>
  );
}

/** A row for each band of what customers owe, the largest at the top; a cell shows its customers. */
function Bands({ matrix: { bounds, rows } }: { matrix: ExposureMatrix }) {
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  const language = currentLanguage();
  const largest = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ exposure }) => exposure)));
  // A number and its unit stay on one line.
  const bandNames = bandNamesOf(bounds, bound => formatRound(bound, language).replace(' ', '\u00a0'));
  const bands = [...bandNames.keys()].reverse();
  return (
    <tbody>
      {bands.map(band => {
        const unit = narrowUnitOf(rows.map(({ cells }) => cells[band].exposure));
        return (
          <tr key={band}>
            <th scope="row" class="small">
              {bandNames[band]}
            </th>
            {rows.map(({ letter, cells }, row) => {
              const { count, exposure } = cells[band];
              const money = formatMoney(exposure, unit, language);
              const tier = letter === '' ? noTier : row;
              return (
                <td key={letter}>
                  <Cell
                    cell={cells[band]}
                    shade={shadeOf(exposure, largest)}
                    money={money}
                    name={words.cell(texts().tier.name(letter), bandNames[band], count, money)}
                    onChoose={() => model.showCell(tier, { index: band, bounds })}
                  />
                </td>
              );
            })}
          </tr>
        );
      })}
    </tbody>
  );
}

/** What each tier comes to. */
function Sums({ summaries }: { summaries: readonly TierSummary[] }) {
  const language = currentLanguage();
  const unit = narrowUnitOf(summaries.map(({ exposure }) => exposure));
  return (
    <tfoot>
      <tr>
        <th scope="row" class="small">
          {textsOf(customerListTexts).all}
        </th>
        {summaries.map(({ letter, customerCount, exposure }) => (
          <td key={letter} class="matrixSum">
            <span class="number">{formatNumber(customerCount, language)}</span>
            <span class="number small quiet">{formatMoney(exposure, unit, language)}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** The tiers add up to what all owe. */
function workedSum(terms: readonly number[], sum: number): string {
  const write = (amount: number): string => formatAmount(amount, currentLanguage());
  return `${terms.map(write).join(' + ')} = ${write(sum)}`;
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly shade: number;
  readonly money: string;
  readonly name: string;
  readonly onChoose: () => void;
}

function Cell({ cell, shade, money, name, onChoose }: CellProps) {
  if (cell.count === 0) return <span class="matrixNone quiet">–</span>;
  return (
    <button
      type="button"
      class="matrixCell"
      aria-label={name}
      title={name}
      style={{ '--shade': shade }}
      onClick={onChoose}
    >
      <span class="number">{formatNumber(cell.count, currentLanguage())}</span>
      <span class="number small">{cell.exposure === 0 ? '' : money}</span>
    </button>
  );
}

function bandNamesOf(bounds: readonly number[], write: (bound: number) => string): readonly string[] {
  const { band } = textsOf(customerListTexts);
  if (bounds.length === 0) return [band.none, band.from('0')];
  return [
    band.none,
    band.below(write(bounds[0])),
    ...bounds.slice(0, -1).map((bound, index) => band.between(write(bound), write(bounds[index + 1]))),
    band.from(write(bounds[bounds.length - 1])),
  ];
}
