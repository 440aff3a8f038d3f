import { useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber, formatShare } from '../../../i18n/numbers';
import { customerListTexts } from '../../../i18n/pane/customerList';
import { concentrationCurve, countForShare, topShares } from '../../../risk/metrics/formulas/concentration';
import type { Tiering } from '../../model/ledger/tiering';
import { HowComputed } from '../../parts/HowComputed';
import { sourceColumns } from '../../wording/sourceColumns';

/** How many of the largest are told in figures. */
const tops = [1, 5, 10, 20, 50, 100];
/** Of these the curve says the share where it passes them, as far as they stand apart. */
const labelled = [1, 10];
/** As many of the largest are told as owe so much together. */
const mostOwed = 0.8;

const width = 300;
const height = 200;
const left = 36;
const bottom = 22;

const across = (share: number): number => left + share * (width - left - 6);
const up = (share: number): number => height - bottom - share * (height - bottom - 10);

/** The share of all exposure that the largest customers owe, as a curve with its figures, and as a table. */
export function ConcentrationCurve({ tiering }: { tiering: Tiering }) {
  const { assessment } = tiering;
  const words = textsOf(customerListTexts);
  const language = currentLanguage();
  const { exposure } = assessment.table.metrics;
  const told = useMemo(() => measure(exposure), [exposure]);
  if (told === null) return <p class="quiet">{words.curveNothing}</p>;
  const { points, shares, toMost, owing } = told;
  const line = points
    .map(
      ({ customerShare, amountShare }) => `${across(customerShare).toFixed(1)},${up(amountShare).toFixed(1)}`,
    )
    .join(' ');
  const marks = shares.filter(({ count }) => labelled.includes(count) && count < owing);
  const summary = words.curveToMost(toMost.count, formatShare(toMost.share, language));
  return (
    <div class="curveBox">
      <p class="quiet small">{words.curveLead}</p>
      <HowComputed note={words.how.curve} source={sourceColumns('exposure', tiering)}>
        <span>{summary}</span>
      </HowComputed>
      <svg
        class="curve"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${words.curveLead} ${summary}`}
      >
        {[0, 0.5, 1].map(share => (
          <g key={share}>
            <line class="curveGrid" x1={left} x2={width - 6} y1={up(share)} y2={up(share)} />
            <text class="curveText" x={left - 4} y={up(share) + 4} text-anchor="end">
              {formatShare(share, language)}
            </text>
          </g>
        ))}
        <line class="curveEven" x1={across(0)} y1={up(0)} x2={across(1)} y2={up(1)} />
        <text class="curveText" x={across(1)} y={up(0.36)} text-anchor="end">
          {words.curveEven}
        </text>
        <polyline class="curveLine" points={line} />
        {marks.map(({ count, share }) => (
          <g key={count}>
            <circle class="curveMark" cx={across(count / owing)} cy={up(share)} r="4" />
            <text class="curveLabel" x={across(count / owing) + 8} y={up(share) + 5}>
              {words.curvePoint(count, formatShare(share, language))}
            </text>
          </g>
        ))}
        <text class="curveText" x={across(0.5)} y={height - 4} text-anchor="middle">
          {words.curveX(formatNumber(owing, language))}
        </text>
      </svg>
      <details class="curveTable">
        <summary>{words.curveTable}</summary>
        <table>
          <thead class="small quiet">
            <tr>
              <th scope="col">{words.curveCount}</th>
              <th scope="col">{words.curveShare}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ count, share }) => (
              <tr key={count}>
                <th scope="row" class="number">
                  {formatNumber(count, language)}
                </th>
                <td class="number">{formatShare(share, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function measure(exposure: Float64Array) {
  const curve = concentrationCurve(exposure);
  const toMost = countForShare(exposure, mostOwed);
  if (!curve.ok || !toMost.ok) return null;
  const owing = curve.value[curve.value.length - 1].customers;
  const counts = [...tops.filter(count => count < owing), owing];
  const shares = topShares(exposure, [...counts, toMost.value]);
  if (!shares.ok) return null;
  return {
    points: curve.value,
    shares: counts.map((count, index) => ({ count, share: shares.value[index] })),
    toMost: { count: toMost.value, share: shares.value[counts.length] },
    owing,
  };
}
