import { customerFields } from '../../../../src/risk/ledger/customerList/customerFields';
import { fieldsOf } from '../../../../src/risk/ledger/recognition/fields';
import { metricNames } from '../../../../src/risk/metrics/table/metric';
import { sourcesOf } from '../../../../src/risk/metrics/table/metricSources';

test('every metric but the fall of the score comes from columns that a sheet can have, each named once', () => {
  const known = new Set<string>([...fieldsOf('ledger'), ...customerFields]);
  const without = metricNames.filter(metric => sourcesOf(metric).length === 0);
  expect(without).toEqual(['scoreFall']);
  for (const metric of metricNames) {
    const sources = sourcesOf(metric);
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources.filter(field => !known.has(field))).toEqual([]);
  }
});

test('a metric of which a list has a column of its own says so first', () => {
  for (const metric of ['oldestDays', 'dso', 'delayRate', 'creditLimit', 'currentRatio'] as const) {
    expect(sourcesOf(metric)[0]).toBe(metric);
  }
});
