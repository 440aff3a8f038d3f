import { TextHashes } from '../../../../src/risk/ledger/columns/textHashes';

const count = 30_000;
/** Of so many random hashes of 32 bits hardly a pair is the same; a lane that folds badly gives thousands. */
const mostInOneLane = 10;

/** Names as like each other as those of customers are, and worse: by one number or by letters that differ in their highest bits alone. */
const families: readonly [string, (index: number) => string][] = [
  ['a number in the middle', index => `Baker & Sons ${index} Ltd`],
  ['a number at the end', index => `Customer ${index}`],
  ['a number of ten digits', index => `C${String(index).padStart(10, '0')}`],
  ['two numbers', index => `A${index % 300} B${Math.floor(index / 300)}`],
  ['Chinese letters', index => `江苏${letterAt(index)}${letterAt(index / 20_000)}有限公司`],
  ['a number within Chinese', index => `江苏宏达机械${index}有限公司`],
  ['capitals', index => inBits(index, 'a', 'A')],
  ['the highest bit of letters', index => inBits(index, '\u8041', 'A')],
  ['two bits of letters', index => inBits(index, '\u8043', 'A')],
];

const letterAt = (index: number): string => String.fromCharCode(0x4e00 + (Math.floor(index) % 20_000));

/** A letter for each of the lowest 20 bits. */
const inBits = (index: number, one: string, zero: string): string =>
  Array.from({ length: 20 }, (_, bit) => ((index >> bit) & 1 ? one : zero)).join('');

/** How many values came before. */
const repeats = (values: readonly (number | string)[]): number => values.length - new Set(values).size;

describe('hashes of texts', () => {
  test.each(families)('differ by %s, in two of three lanes at least', (_, nameOf) => {
    const { one, two, three } = hashesOf(Array.from({ length: count }, (_, index) => nameOf(index)));
    for (const lane of [one, two, three]) expect(repeats([...lane])).toBeLessThan(mostInOneLane);
    for (const [first, second] of [
      [one, two],
      [one, three],
      [two, three],
    ]) {
      expect(repeats(Array.from(first, (hash, index) => `${hash} ${second[index]}`))).toBe(0);
    }
  });

  test('differ in every lane for texts of one length that differ in one letter', () => {
    const name = 'Baker & Sons 12345 Ltd';
    const texts = [...name].flatMap((_, at) => [name, `${name.slice(0, at)}#${name.slice(at + 1)}`]);
    const { one, two, three } = hashesOf(texts);
    for (const lane of [one, two, three])
      for (let pair = 0; pair < texts.length; pair += 2) expect(lane[pair]).not.toBe(lane[pair + 1]);
  });

  test('are of the whole text, its length among it', () => {
    const texts = ['', '\0', '\0\0', 'A', 'A\0', 'AB', 'BA', 'AB\0', 'AB\0\0'];
    const { one, two, three } = hashesOf(texts);
    expect(repeats(texts.map((_, index) => `${one[index]} ${two[index]} ${three[index]}`))).toBe(0);
  });
});

function hashesOf(texts: readonly string[]): TextHashes {
  const hashes = new TextHashes(texts.length);
  for (const [index, text] of texts.entries()) hashes.take(index, text);
  return hashes;
}
