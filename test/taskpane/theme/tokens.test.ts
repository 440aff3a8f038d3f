import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';

const pane = path.resolve(__dirname, '../../../src/taskpane');
const tokens = readFileSync(path.join(pane, 'theme/tokens.css'), 'utf8');

const styleSheets = readdirSync(pane, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.css') && !file.endsWith('tokens.css'))
  .map(file => readFileSync(path.join(pane, file), 'utf8'));

/** What a block of custom properties sets, in the form the package has it: one space, single quotes. */
const plain = (text: string): string => text.replace(/["']/g, '"').replace(/\s+/g, '').toLowerCase();

function propertiesOf(css: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const [, name, value] of css.matchAll(/--([a-zA-Z0-9]+):\s*([^;]+);/g))
    properties.set(name, plain(value));
  return properties;
}

const [lightCss, darkCss] = tokens.split(':root[data-theme="dark"]');

test.each([
  ['light', webLightTheme, propertiesOf(lightCss)],
  ['dark', webDarkTheme, new Map([...propertiesOf(lightCss), ...propertiesOf(darkCss)])],
] as const)('the %s tokens are those of Fluent', (_, theme, properties) => {
  expect(properties.size).toBeGreaterThan(40);
  const fluent = theme as unknown as Record<string, string | number>;
  for (const [name, value] of properties) expect([name, value]).toEqual([name, plain(String(fluent[name]))]);
});

test('every custom property that a style uses is there, and every token is used', () => {
  const used = new Set(
    styleSheets.flatMap(css => [...css.matchAll(/var\(--([a-zA-Z0-9]+)\)/g)].map(([, name]) => name)),
  );
  const own = new Set(styleSheets.flatMap(css => [...propertiesOf(css).keys()]));
  const given = propertiesOf(lightCss);
  expect([...used].filter(name => !given.has(name) && !own.has(name))).toEqual([]);
  expect([...given.keys()].filter(name => !used.has(name))).toEqual([]);
});
