/** What the engine is held to. Each is a ratio within one run, or bytes, which are the same on any machine. */
interface Target {
  readonly name: string;
  /** Rows of the ledger it is meant for. */
  readonly rowCount: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly value: (measured: Measured) => number;
}

type ContenderName = 'Tiercel' | 'Map of row objects' | 'Map, same figures' | 'arquero' | 'DuckDB';

/** Medians of one run: milliseconds from cells to the table of customers, and bytes a row beside the input. */
export interface Measured {
  readonly parse: number;
  readonly time: Readonly<Record<ContenderName, number>>;
  readonly bytes: Readonly<Record<'Tiercel' | 'Map of row objects', number>>;
}

const million = 1_000_000;

const targets: readonly Target[] = [
  {
    name: 'Tiercel ÷ JSON.parse',
    rowCount: million,
    atMost: 0.5,
    value: ({ time, parse }) => time.Tiercel / parse,
  },
  {
    name: 'Map of row objects ÷ Tiercel',
    rowCount: million,
    atLeast: 1,
    value: ({ time }) => time['Map of row objects'] / time.Tiercel,
  },
  {
    name: 'arquero ÷ Tiercel',
    rowCount: million,
    atLeast: 4,
    value: ({ time }) => time.arquero / time.Tiercel,
  },
  {
    name: 'DuckDB ÷ Tiercel',
    rowCount: million,
    atLeast: 3,
    value: ({ time }) => time.DuckDB / time.Tiercel,
  },
  { name: 'bytes a row', rowCount: million, atMost: 64, value: ({ bytes }) => bytes.Tiercel },
  {
    name: 'bytes ÷ those of the Map',
    rowCount: million,
    atMost: 1 / 3,
    value: ({ bytes }) => bytes.Tiercel / bytes['Map of row objects'],
  },
  {
    name: 'DuckDB ÷ Tiercel',
    rowCount: 100_000,
    atLeast: 10,
    value: ({ time }) => time.DuckDB / time.Tiercel,
  },
  {
    name: 'Map of row objects ÷ Tiercel',
    rowCount: 100_000,
    atLeast: 1,
    value: ({ time }) => time['Map of row objects'] / time.Tiercel,
  },
  {
    name: 'Map, same figures ÷ Tiercel',
    rowCount: 100_000,
    atLeast: 1,
    value: ({ time }) => time['Map, same figures'] / time.Tiercel,
  },
];

/** Print what is held against its target at that many rows. */
export function reportTargets(rowCount: number, measured: Measured): void {
  for (const { name, atMost, atLeast, value, ...target } of targets) {
    if (target.rowCount !== rowCount) continue;
    const reached = value(measured);
    const isMet = reached <= (atMost ?? reached) && reached >= (atLeast ?? reached);
    const wanted = atMost === undefined ? `at least ${formatted(atLeast!)}` : `at most ${formatted(atMost)}`;
    console.log(
      `  target: ${name.padEnd(30)}${formatted(reached).padStart(8)}   ${wanted.padEnd(16)}${isMet ? 'met' : 'not met'}`,
    );
  }
}

const formatted = (value: number): string => value.toFixed(value >= 20 ? 0 : 2);
