import { plainText } from '../../ledger/cell';

/**
 * S&P's and Fitch's long-term scale, best first: 22 grades from AAA to D in even steps, as Afonso, Gomes and Rother number them ("What hides behind
 * sovereign debt ratings?", European Central Bank working paper 711, 2007, table 1), but for D, which they do not tell from C.
 */
const internationalGrades = [
  ...['AAA', 'AA+', 'AA', 'AA-', 'A+', 'A', 'A-', 'BBB+', 'BBB', 'BBB-', 'BB+', 'BB', 'BB-', 'B+', 'B', 'B-'],
  ...['CCC+', 'CCC', 'CCC-', 'CC', 'C', 'D'],
];

/**
 * Moody's names for the same places, by the same table. Its C is the grade of the defaulted; its name, or its letters on the column's other rows, tell
 * it from S&P's C.
 */
const moodysGrades = [
  ...[
    'AAA',
    'AA1',
    'AA2',
    'AA3',
    'A1',
    'A2',
    'A3',
    'BAA1',
    'BAA2',
    'BAA3',
    'BA1',
    'BA2',
    'BA3',
    'B1',
    'B2',
    'B3',
  ],
  ...['CAA1', 'CAA2', 'CAA3', 'CA', '', 'C'],
];

/**
 * The grades of Chinese agencies (the nine of the People's Bank's guidelines of 2006 with + and −) and the international grade that
 * stands for about the same risk. It is argued, not published: nearly every rated company is AA− or better at home, only AAA bonds are
 * taken as collateral by the exchanges' clearing house since 2017, and AA is what institutions buy at worst. So AAA counts as A, AA as
 * the last investment grade, and what is below falls two grades a step.
 */
const chineseGrades: Readonly<Record<string, string>> = {
  AAA: 'A',
  'AA+': 'BBB+',
  AA: 'BBB-',
  'AA-': 'BB',
  'A+': 'B+',
  A: 'B',
  'A-': 'B-',
  'BBB+': 'CCC+',
  BBB: 'CCC',
  'BBB-': 'CCC',
  'BB+': 'CCC-',
  BB: 'CCC-',
  'BB-': 'CCC-',
  'B+': 'CC',
  B: 'CC',
  'B-': 'CC',
  CCC: 'C',
  CC: 'C',
  C: 'D',
};

/** A class of the user's own, such as A, B, C and D, or a number of 1 to 10, says nothing that an agency's scale explains. */
const ownClass = /^[A-F]$/;
const highestOwnNumber = 10;

const internationalAgency =
  /s\s*&\s*p(?: global)?|standard (?:&|and) poor'?s|moody'?s|fitch|标普|標普|穆迪|惠誉|惠譽/gi;
const moodysAgency = /moody'?s|穆迪/i;
const chineseAgency =
  /中诚信(?:国际)?|中誠信(?:國際)?|联合(?:资信|信用)?|聯合(?:資信|信用)?|大公(?:国际|國際)?|东方金诚|東方金誠|(?:上海)?新世纪|(?:上海)?新世紀|中证鹏元|中證鵬元|鹏元|鵬元|远东资信|遠東資信|中债资信|中債資信|安融|ccxi|lianhe|dagong|golden credit|pengyuan|shanghai brilliance|信用等级|信用等級|主体|主體|级|級/gi;
const outlook =
  /\b(?:outlook|stable|positive|negative|developing|watch|long[- ]term|lt|rating)\b|展望|稳定|穩定|正面|负面|負面|评级|評級/gi;

interface ReadRating {
  readonly scale: 'international' | 'chinese' | 'unknown' | 'number';
  /** A grade of the scale, or the number as text. */
  readonly grade: string;
  /** Whether Moody's wrote it, as its name or its letters tell. */
  readonly isMoodys?: boolean;
}

/**
 * Turn a column of ratings into one scale of 0–100, higher is safer: letters of S&P and Fitch (AAA … D) and of Moody's (Aaa … C) by
 * their place, AAA 100, BBB− 57, B 33, D 0; letters of Chinese agencies by the international grade of about the same risk, AAA 76,
 * AA 57; numbers of 0–100 as they are.
 *
 * A Chinese agency is told by its name or 级 in the cell, or in another cell of the column where none is told to be international.
 * Single letters and numbers up to 10 alone are somebody's own classes: without an AA, a + or a number above 10 in the column they are not known.
 *
 * @param ratings As written, one a customer; `''` where there is none.
 * @returns 0–100, NaN where there is none or it cannot be read.
 * @example externalRatings(['BBB-', 'Baa3', 'AA+（中诚信）', '']) //=> [57.14, 57.14, 66.67, NaN]
 */
export function externalRatings(ratings: readonly string[]): Float64Array {
  const distinct = new Map([...new Set(ratings)].map(rating => [rating, readRating(rating)]));
  const read = [...distinct.values()].filter(rating => rating !== null);
  const isScaled = (scale: ReadRating['scale']) => read.some(rating => rating.scale === scale);
  const isChinese = isScaled('chinese') && !isScaled('international');
  const letters = read.filter(({ scale }) => scale !== 'number');
  const hasAgencyLetters = letters.some(({ scale, grade }) => scale !== 'unknown' || !ownClass.test(grade));
  const isAllMoodys =
    letters.some(({ isMoodys }) => isMoodys) &&
    letters.every(({ isMoodys, grade }) => isMoodys || grade === 'C');
  const hasHundreds = read.some(({ scale, grade }) => scale === 'number' && Number(grade) > highestOwnNumber);
  return Float64Array.from(ratings, rating => {
    const known = distinct.get(rating);
    if (!known) return Number.NaN;
    if (known.scale === 'number') return hasHundreds ? Number(known.grade) : Number.NaN;
    if (!hasAgencyLetters) return Number.NaN;
    if (known.grade === 'C' && (known.isMoodys || isAllMoodys)) return ratingOf('D');
    const isDomestic = known.scale === 'chinese' || (known.scale === 'unknown' && isChinese);
    return ratingOf(isDomestic ? (chineseGrades[known.grade] ?? known.grade) : known.grade);
  });
}

/** 100 for the best grade, 0 for the last, even steps between. */
function ratingOf(grade: string): number {
  const lowest = internationalGrades.length - 1;
  return (100 * (lowest - internationalGrades.indexOf(grade))) / lowest;
}

function readRating(rating: string): ReadRating | null {
  const text = plainText(rating).replace(/[−–—]/g, '-');
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    return Number(text) <= 100 ? { scale: 'number', grade: text } : null;
  }
  const isInternational = matches(internationalAgency, text);
  const isChinese = matches(chineseAgency, text);
  const bare = [internationalAgency, chineseAgency, outlook]
    .reduce((rest, words) => rest.replace(words, ' '), text)
    .replace(/[^A-Za-z0-9+-]+/g, ' ')
    .replace(/(?<=\s|^)-|-(?=\s*-)/g, ' ')
    .replace(/ (?=[+-])/g, '')
    .trim();
  const grade = internationalGrade(bare);
  if (grade === null) return null;
  const isMoodysOwn = isMoodys(bare) || moodysAgency.test(text);
  if (isMoodysOwn || isInternational) return { scale: 'international', grade, isMoodys: isMoodysOwn };
  return { scale: isChinese ? 'chinese' : 'unknown', grade };
}

const matches = (words: RegExp, text: string): boolean => text.search(words) >= 0;

/** Moody's writes small letters or digits, which nobody else does. */
const isMoodys = (bare: string): boolean => /[a-z]|\d/.test(bare);

function internationalGrade(bare: string): string | null {
  const isDefaulted = bare === 'SD' || bare === 'RD';
  if (isDefaulted) return 'D';
  if (internationalGrades.includes(bare)) return bare;
  const place = isMoodys(bare) ? moodysGrades.indexOf(withMiddleDigit(bare.toUpperCase())) : -1;
  return internationalGrades[place] ?? null;
}

/** Moody's before 1982, and many lists still: Baa without a digit is its middle. */
const withMiddleDigit = (grade: string): string => (/^(?:AA|BAA|BA|CAA)$/.test(grade) ? `${grade}2` : grade);
