/**
 * Reads what a docstring says an example gives, `//=> …`, as something to compare with. The notation is that of a
 * console: literals, typed arrays as `Float64Array [ 1, 2 ]`, and `…` where digits, items or fields are left out.
 */
const constants: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
};

const typedArray = /(?:Float64|Int32|Uint32|Uint16|Uint8|Int8)Array(?:\.of\(|\s*\[)/y;
const numeral = /-?\d[\d_]*(?:\.(\d+))?(…)?/y;
const text = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/y;
const word = /[A-Za-z]\w*/y;

const prose = Symbol('prose');

class ClaimReader {
  private place = 0;

  constructor(private readonly source: string) {}

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.source);
    if (found) this.place += found[0].length;
    return found;
  }

  private skip(mark: string): boolean {
    this.take(/\s*/y);
    if (!this.source.startsWith(mark, this.place)) return false;
    this.place += mark.length;
    return true;
  }

  value(): unknown {
    this.take(/\s*/y);
    const array = this.take(typedArray);
    if (array) return this.items(array[0].endsWith('(') ? ')' : ']');
    if (this.skip('[')) return this.items(']');
    if (this.skip('{')) return this.fields();
    const quoted = this.take(text);
    if (quoted) return (quoted[1] ?? quoted[2]).replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
    const number = this.take(numeral);
    if (number) return numberLike(number);
    const name = this.take(word)?.[0] ?? '';
    return Object.hasOwn(constants, name) ? constants[name] : prose;
  }

  private items(end: string): unknown {
    const items: unknown[] = [];
    while (!this.skip(end)) {
      if (this.skip('…')) return this.skip(end) ? beginningWith(items) : prose;
      const item = this.value();
      if (item === prose) return prose;
      items.push(item);
      this.skip(',');
    }
    return items;
  }

  private fields(): unknown {
    const fields: Record<string, unknown> = {};
    while (!this.skip('}')) {
      if (this.skip('…')) return this.skip('}') ? expect.objectContaining(fields) : prose;
      this.take(/\s*/y);
      const name = this.take(word)?.[0];
      if (!name || !this.skip(':')) return prose;
      // A field of which nothing is said but that it is there.
      const value = this.skip('…') ? expect.anything() : this.value();
      if (value === prose) return prose;
      fields[name] = value;
      this.skip(',');
    }
    return fields;
  }
}

/** A number to the decimals that are written: rounded, or cut off before `…`; without decimals it is that number, but for rounding. */
function numberLike([written, decimals = '', cut]: RegExpExecArray): unknown {
  const number = Number(written.replace(/[_…]/g, ''));
  if (decimals === '') return expect.closeTo(number, 9);
  return expect.closeTo(number, cut ? decimals.length - 1 : decimals.length);
}

function beginningWith(items: readonly unknown[]): unknown {
  return {
    asymmetricMatch: (whole: unknown) => Array.isArray(whole) && equals(whole.slice(0, items.length), items),
    toString: () => 'BeginningWith',
    toAsymmetricMatcher: () => `BeginningWith ${JSON.stringify(items)}`,
  };
}

function equals(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}

/**
 * Read what an example is said to give, for `expect(…).toEqual`; null where it is told in words.
 *
 * @example readClaim('15 (abc-amega.com)') //=> { value: 15 }
 * @example readClaim('all of an invoice') //=> null
 */
export function readClaim(source: string): { readonly value: unknown } | null {
  const value = new ClaimReader(source).value();
  return value === prose ? null : { value };
}
