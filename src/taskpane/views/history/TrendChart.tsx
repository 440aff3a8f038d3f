interface TrendLine {
  readonly name: string;
  /** One a day of the chart; NaN where there is no value. */
  readonly values: readonly number[];
}

interface TrendChartProps {
  readonly label: string;
  /** When the values were taken, oldest first, as serials. */
  readonly days: readonly number[];
  /** At most four, drawn from one zero line. */
  readonly lines: readonly TrendLine[];
  readonly writeDay: (day: number) => string;
  readonly writeValue: (value: number) => string;
}

const width = 300;
const height = 64;
const margin = 4;

/** Lines through values by their dates, with the bounds of both at the edges; the table beside it says the same in numbers. */
export function TrendChart({ label, days, lines, writeDay, writeValue }: TrendChartProps) {
  const known = lines.flatMap(({ values }) => values.filter(Number.isFinite));
  const top = Math.max(...known, 0);
  const bottom = Math.min(...known, 0);
  const [first] = days;
  const last = days[days.length - 1];
  const x = (day: number) => margin + ((day - first) / (last - first || 1)) * (width - 2 * margin);
  const y = (value: number) =>
    height - margin - ((value - bottom) / (top - bottom || 1)) * (height - 2 * margin);
  const pointsOf = (values: readonly number[]) =>
    values.flatMap((value, index) => (Number.isFinite(value) ? [`${x(days[index])},${y(value)}`] : []));
  return (
    <figure class="trendChart">
      <div class="trendPlot">
        <div class="trendScale number small quiet" aria-hidden="true">
          <span>{writeValue(top)}</span>
          <span>{writeValue(bottom)}</span>
        </div>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${label}: ${lines.map(({ name }) => name).join(', ')}`}
        >
          <line x1="0" x2={width} y1={y(0)} y2={y(0)} class="trendZero" />
          {lines.map(({ name, values }, index) => (
            <polyline key={name} points={pointsOf(values).join(' ')} class={`trendLine line${index}`} />
          ))}
          {lines.map(({ name, values }, index) => (
            // Lines of no length: the chart is stretched, which would make ovals of circles.
            <path
              key={name}
              d={pointsOf(values)
                .map(point => `M${point}h0`)
                .join('')}
              class={`trendPoint line${index}`}
            />
          ))}
        </svg>
        <div class="trendDays small quiet" aria-hidden="true">
          <span>{writeDay(first)}</span>
          <span>{writeDay(last)}</span>
        </div>
      </div>
      <figcaption class="small quiet" aria-hidden="true">
        {lines.map(({ name }, index) => (
          <span key={name} class="trendName">
            <svg viewBox="0 0 20 4" width="20" height="4" aria-hidden="true">
              <line x1="0" x2="20" y1="2" y2="2" class={`trendLine line${index}`} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
