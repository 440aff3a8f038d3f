import { CustomerRegister } from '../../src/risk/ledger/columns/customerRegister';
import { noCode } from '../../src/risk/ledger/columns/textCodes';
import type { Cell } from '../../src/risk/ledger/ledger';
import { median } from './measure';
import { parse, type Wire } from './wire';

/** Work that no way from cells to a table of customers can leave out, done alone. */
export interface Floor {
  readonly name: string;
  /** Give what takes the rows of a piece; it comes to a number so that it cannot be left undone. */
  start(): (rows: readonly (readonly Cell[])[]) => number;
}

/** Milliseconds of parsing and of the floor after it, in one run. */
export interface FloorTiming {
  readonly parse: number;
  readonly work: number;
}

const lookedUpTogether = 256;

/** One look at every cell: memory hands them over. */
const everyCell: Floor = {
  name: 'look at every cell',
  start: () => rows => {
    let sum = 0;
    for (const row of rows) {
      for (let column = 0; column < row.length; column++) {
        const cell = row[column];
        sum += typeof cell === 'number' ? cell : (cell as string).length;
      }
    }
    return sum;
  },
};

/** One multiplication a letter of the customer's name: no grouping reads fewer letters. */
const everyLetter: Floor = {
  name: 'hash customer names',
  start: () => rows => {
    let sum = 0;
    for (const row of rows) sum ^= hashOf(row[0] as string);
    return sum;
  },
};

/** Names to codes: the engine's own look-up without the rest of the engine. */
const namesToCodes: Floor = {
  name: 'names to codes',
  start() {
    const register = new CustomerRegister();
    const found = new Int32Array(lookedUpTogether);
    return rows => {
      for (let from = 0; from < rows.length; from += lookedUpTogether) {
        const to = Math.min(rows.length, from + lookedUpTogether);
        register.findAll(rows, from, to, 0, found);
        for (let index = from; index < to; index++) {
          if (found[index - from] === noCode) found[index - from] = register.codeOf(rows[index][0]);
        }
      }
      return register.names.length;
    };
  },
};

/** The same by a Map, without folding case or width. */
const namesByMap: Floor = {
  name: 'names to codes, by Map',
  start() {
    const codes = new Map<Cell, number>();
    return rows => {
      for (const row of rows) if (!codes.has(row[0])) codes.set(row[0], codes.size);
      return codes.size;
    };
  },
};

export const floors: readonly Floor[] = [everyCell, everyLetter, namesToCodes, namesByMap];

/** Run a floor once over a ledger, each piece parsed just before and let go after. */
export function timeFloor(floor: Floor, wire: Wire): FloorTiming {
  const take = floor.start();
  let parseTime = 0;
  let work = 0;
  let sum = 0;
  for (const piece of wire) {
    const start = performance.now();
    const rows = parse(piece);
    const parsed = performance.now();
    sum += take(rows);
    parseTime += parsed - start;
    work += performance.now() - parsed;
  }
  if (Number.isNaN(sum)) throw new Error('A floor reads cells that are there');
  return { parse: parseTime, work };
}

/** Print the median of each floor, and its ratio to parsing. */
export function reportFloors(timings: readonly (readonly FloorTiming[])[]): void {
  floors.forEach(({ name }, index) => {
    const work = median(timings[index].map(timing => timing.work));
    const ratio = median(timings[index].map(timing => timing.work / timing.parse));
    console.log(
      `  ${`floor: ${name}`.padEnd(30)}${work.toFixed(1).padStart(10)} ms${ratio.toFixed(2).padStart(10)}`,
    );
  });
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
  }
  return hash;
}
