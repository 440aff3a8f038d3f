interface SparklineProps {
  /** At most four lines, drawn from one zero line; NaN where there is no value. */
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly label: string;
}

const width = 300;
const height = 56;
const margin = 4;

/** A line through the values in the order of time, named at its side; the table beside it says the same in numbers. */
export function Sparkline({ lines, label }: SparklineProps) {
  const known = lines.flatMap(({ values }) => values.filter(Number.isFinite));
  const top = Math.max(...known, 0);
  const bottom = Math.min(...known, 0);
  const count = Math.max(...lines.map(({ values }) => values.length));
  const x = (index: number) => margin + (index / Math.max(1, count - 1)) * (width - 2 * margin);
  const y = (value: number) =>
    height - margin - ((value - bottom) / (top - bottom || 1)) * (height - 2 * margin);
  const points = (values: readonly number[]) =>
    values.flatMap((value, index) => (Number.isFinite(value) ? [`${x(index)},${y(value)}`] : [])).join(' ');
  return (
    <figure class="sparkline">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${lines.map(({ name }) => name).join(', ')}`}
      >
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} class="sparklineZero" />
        {lines.map(({ name, values }, index) => (
          <polyline key={name} points={points(values)} class={`sparklineLine line${index}`} />
        ))}
      </svg>
      <figcaption class="small quiet" aria-hidden="true">
        {lines.map(({ name }, index) => (
          <span key={name} class="sparklineName">
            <svg viewBox="0 0 20 4" width="20" height="4" aria-hidden="true">
              <line x1="0" x2="20" y1="2" y2="2" class={`sparklineLine line${index}`} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
