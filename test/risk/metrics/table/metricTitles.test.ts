import { expect, test } from '@jest/globals';
import { metricNames } from '../../../../src/risk/metrics/table/metric';
import { metricTitles } from '../../../../src/risk/metrics/table/metricTitles';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';

test('every metric has a title of its own in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    const titles = metricNames.map(name => metricTitles[name][language]);
    expect(new Set(titles).size).toBe(metricNames.length);
    for (const title of titles)
      expect(title).toMatch(language === 'en' ? /^[A-Z][A-Za-z -]+$/ : /^[一-鿿Z ]+$/);
  }
});

test('factors of the default policy are called as their metrics', () => {
  for (const { metric, name } of defaultPolicy.factors) {
    if (metric !== null) expect(name).toEqual(metricTitles[metric]);
  }
});
