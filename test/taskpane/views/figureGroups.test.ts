import { metricNames } from '../../../src/risk/metrics/table/metric';
import { figureGroups } from '../../../src/taskpane/views/customer/figureGroups';

test('every metric stands in exactly one group', () => {
  const grouped = Object.values(figureGroups).flat();
  expect([...grouped].sort()).toEqual([...metricNames].sort());
});
