import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { assessLedger } from '../../../src/risk/scoring/assess';
import { gravestFirst } from '../../../src/risk/scoring/gravestFirst';
import { breachNames } from '../../../src/risk/scoring/verdicts';
import { writeMeasure } from '../../../src/taskpane/wording/measure';
import { problemWhere } from '../../../src/taskpane/wording/problemWhere';
import { reasonWords } from '../../../src/taskpane/wording/reasonWords';
import { endOfJune, smallLedger } from '../smallLedger';

const ledger = readLedger(smallLedger, recogniseSheet(smallLedger), { dateSystem: 1900 });
const assessment = assessLedger(ledger, endOfJune, defaultPolicy);
const [good, bad] = [0, 1];
const breachesOf = (customer: number) => assessment.breaches.filter(breach => breach.customer === customer);

test('a customer’s reason is its gravest breaches in words, in either language, never the score they amount to', () => {
  expect(reasonWords(assessment, bad, breachesOf(bad), 'en', false)).toBe(
    'over limit · 5,000.00 long overdue',
  );
  expect(reasonWords(assessment, bad, breachesOf(bad), 'zh', false)).toBe('超额度 · 长期逾期 5,000.00');
});

test('without a breach it is what cost the score most', () => {
  // Good Ltd paid its one due invoice 29 days late: of days beyond terms 25 × 29/30 = 24.2 are lost, of the delay rate all 20.
  expect(reasonWords(assessment, good, [], 'en', false)).toBe('Days beyond terms 29 days');
});

test('the text for the column Breaches names the rules, gravest first', () => {
  const severities = gravestFirst(breachesOf(bad)).map(({ severity }) => severity);
  expect(severities).toEqual(
    [...severities].sort((one, other) => 'cwn'.indexOf(one[0]) - 'cwn'.indexOf(other[0])),
  );
  expect(breachNames(breachesOf(bad), defaultPolicy, 'en')).toMatch(/^Over limit; Long overdue amount; /);
  expect(breachNames([], defaultPolicy, 'en')).toBe('');
});

test('a value is written in its own measure', () => {
  expect(writeMeasure(0.62, 'share', 'en')).toBe('62%');
  expect(writeMeasure(1, 'days', 'en')).toBe('1 day');
  expect(writeMeasure(45.4, 'days', 'zh')).toBe('45 天');
  expect(writeMeasure(2.04, 'years', 'en')).toBe('2.0 years');
  expect(writeMeasure(4_278_486.08, 'money', 'en')).toBe('4,278,486');
  expect(writeMeasure(Number.NaN, 'money', 'en')).toBe('–');
});

test('a problem says where it lies, as far as is known', () => {
  const policy = {
    problem: 'policyValueUnreadable',
    section: 'Tiers / 风险等级',
    row: 4,
    column: 'From score',
    value: 'abc',
  };
  expect(problemWhere({ key: 'policyUnreadable', detail: policy }, 'en')).toMatch(
    /^Tiers \/ 风险等级, row 4, From score: “abc”/,
  );
  expect(problemWhere({ key: 'noFreeColumns', detail: { address: 'H1:J5' } }, 'en')).toBe('Where: H1:J5');
  expect(problemWhere({ key: 'sheetProtected', detail: { sheet: 'Tiercel Live' } }, 'en')).toBe(
    'Where: Tiercel Live',
  );
  expect(problemWhere({ key: 'sheetProtected', detail: { code: 'AccessDenied' } }, 'en')).toBe('');
  expect(problemWhere({ key: 'unexpected', detail: { code: 'X', message: 'm', location: '' } }, 'en')).toBe(
    'X · m',
  );
  expect(problemWhere({ key: 'busy', detail: { code: 'ActivityLimitReached', message: 'm' } }, 'en')).toBe(
    '',
  );
});
