/** What a schema cannot see in manifest.xml: every one of these mistakes makes Excel refuse or silently drop the add-in. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

type Parsed = Record<string, unknown>;

const root = join(__dirname, '..', '..');
const source = readFileSync(join(root, 'manifest.xml'), 'utf8');
const base = 'https://localhost:3000/';

function toNodes(parsed: readonly Parsed[]): Node[] {
  return parsed.flatMap(entry => {
    const name = Object.keys(entry).find(key => key !== ':@');
    if (!name || name === '#text' || name.startsWith('?')) return [];
    const content = entry[name] as readonly Parsed[];
    return {
      name,
      attributes: (entry[':@'] ?? {}) as Record<string, string>,
      children: toNodes(content),
      text: content.map(child => String(child['#text'] ?? '')).join(''),
    };
  });
}

function parse(xml: string): Node {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
  });
  return toNodes(parser.parse(xml))[0];
}

const all = (node: Node, name?: string): Node[] =>
  node.children.flatMap(child => [...(!name || child.name === name ? [child] : []), ...all(child, name)]);

const only = (node: Node, name: string): Node => {
  const found = all(node, name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return found[0];
};

const manifest = parse(source);
const overrides = only(manifest, 'VersionOverrides');
const resources = only(overrides, 'Resources');
const resourceKinds = ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'] as const;

const declared = new Map(
  resourceKinds.flatMap(kind =>
    only(resources, kind).children.map(node => [node.attributes.id, { kind, node }] as const),
  ),
);
const references = all(overrides).filter(node => node.attributes.resid);
const chinese = (node: Node) =>
  node.children.find(child => child.name.endsWith('Override') && child.attributes.Locale === 'zh-CN')
    ?.attributes.Value;

/** Width and height stand big-endian in the first chunk of every PNG. */
const pixelSize = (path: string) => {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

const localFile = (address: string) => join(root, address.slice(base.length));

describe('resources', () => {
  test('every resid resolves, in the kind its element asks for', () => {
    expect(references.length).toBeGreaterThan(30);
    const wanted: Record<string, string> = {
      'bt:Image': 'bt:Images',
      SourceLocation: 'bt:Urls',
      FunctionFile: 'bt:Urls',
      Runtime: 'bt:Urls',
      LearnMoreUrl: 'bt:Urls',
      Label: 'bt:ShortStrings',
      Title: 'bt:ShortStrings',
      Namespace: 'bt:ShortStrings',
      Description: 'bt:LongStrings',
    };
    for (const reference of references)
      expect([reference.attributes.resid, declared.get(reference.attributes.resid)?.kind]).toEqual([
        reference.attributes.resid,
        wanted[reference.name],
      ]);
  });

  test('none is declared twice or without being used', () => {
    const ids = resourceKinds.flatMap(kind => only(resources, kind).children.map(node => node.attributes.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !references.some(reference => reference.attributes.resid === id))).toEqual([]);
  });

  test('ids are at most 32 characters, short strings 125, long strings 250, addresses 2048, in both languages', () => {
    const limit = { 'bt:Images': 2048, 'bt:Urls': 2048, 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
    for (const [id, { kind, node }] of declared) {
      expect(id.length).toBeLessThanOrEqual(32);
      for (const text of [node.attributes.DefaultValue, chinese(node)])
        if (text !== undefined) {
          expect(text.trim()).not.toBe('');
          expect(text.length).toBeLessThanOrEqual(limit[kind]);
        }
    }
    expect(only(manifest, 'DisplayName').attributes.DefaultValue.length).toBeLessThanOrEqual(125);
  });
});

describe('languages', () => {
  test('English is the default', () => expect(only(manifest, 'DefaultLocale').text).toBe('en-US'));

  test('every string has a Chinese override, except the namespace of formulas', () => {
    const strings = [...all(resources, 'bt:String'), only(manifest, 'DisplayName')].concat(
      manifest.children.filter(node => node.name === 'Description'),
    );
    expect(strings).toHaveLength(28);
    const without = strings.filter(node => !/\p{Script=Han}/u.test(chinese(node) ?? ''));
    expect(without.map(node => node.attributes.id)).toEqual(['Functions.Namespace']);
  });

  test('function help has its Chinese file', () => {
    const { node } = declared.get('Functions.Metadata.Url')!;
    expect(node.attributes.DefaultValue).toBe(`${base}functions.json`);
    expect(chinese(node)).toBe(`${base}functions.zh-CN.json`);
  });
});

describe('addresses', () => {
  test('are https and begin with the one base that the build replaces', () => {
    const addresses = [...source.matchAll(/(?:DefaultValue|Value)="([a-z]+:\/\/[^"]*)"/g)].map(
      match => match[1],
    );
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) expect(address.startsWith(base)).toBe(true);
  });

  test('of our own static files lead to a file', () => {
    const files = [...source.matchAll(/"https:\/\/localhost:3000\/(assets\/[^"]*)"/g)].map(match => match[1]);
    expect(files.length).toBeGreaterThan(12);
    for (const file of files) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
  });
});

describe('icons', () => {
  test('are as many pixels as each use says', () => {
    const uses = all(overrides, 'bt:Image').filter(node => node.attributes.resid);
    for (const use of uses) {
      const size = Number(use.attributes.size);
      const address = declared.get(use.attributes.resid)!.node.attributes.DefaultValue;
      expect([address, ...pixelSize(localFile(address))]).toEqual([address, size, size]);
    }
  });

  test('every button and group has the three sizes that Office demands', () => {
    const icons = all(overrides, 'Icon');
    expect(icons).toHaveLength(14);
    for (const icon of icons)
      expect(icon.children.map(image => Number(image.attributes.size))).toEqual(
        expect.arrayContaining([16, 32, 80]),
      );
  });

  test('of the add-in are 32 and 64 pixels', () => {
    const address = (name: string) => only(manifest, name).attributes.DefaultValue;
    expect(pixelSize(localFile(address('IconUrl')))).toEqual([32, 32]);
    expect(pixelSize(localFile(address('HighResolutionIconUrl')))).toEqual([64, 64]);
  });
});

describe('one shared runtime', () => {
  test('runtime, functions page, function file and pane share one resid', () => {
    const runtime = only(overrides, 'Runtime').attributes;
    expect(runtime).toEqual({ resid: 'Page.Url', lifetime: 'long' });
    const page = only(only(overrides, 'Page'), 'SourceLocation').attributes.resid;
    const functionFile = only(overrides, 'FunctionFile').attributes.resid;
    const panes = all(overrides, 'Action')
      .filter(action => action.attributes['xsi:type'] === 'ShowTaskpane')
      .map(action => only(action, 'SourceLocation').attributes.resid);
    expect([page, functionFile, ...panes]).toEqual(['Page.Url', 'Page.Url', 'Page.Url']);
  });

  test('is the page that opens where commands are not supported', () => {
    const fallback = only(only(manifest, 'DefaultSettings'), 'SourceLocation').attributes.DefaultValue;
    expect(fallback).toBe(declared.get('Page.Url')!.node.attributes.DefaultValue);
  });

  test('asks for no more than it cannot do without', () => {
    const sets = all(manifest, 'Set').map(node => `${node.attributes.Name} ${node.attributes.MinVersion}`);
    expect(sets).toEqual(['SharedRuntime 1.1', 'CustomFunctionsRuntime 1.1', 'ExcelApi 1.6']);
  });
});

describe('functions and commands', () => {
  test('the namespace is TIERCEL, legal and the same in every language', () => {
    const { node } = declared.get(only(overrides, 'Namespace').attributes.resid)!;
    expect(node.attributes.DefaultValue).toBe('TIERCEL');
    // Letters, digits, underscore and period, beginning with a letter, at most 32.
    expect(node.attributes.DefaultValue).toMatch(/^[A-Za-z][A-Za-z0-9._]{0,31}$/);
    expect(node.children).toEqual([]);
  });

  test('ids of tab, groups and controls are unique', () => {
    const ids = ['CustomTab', 'Group', 'Control', 'Item'].flatMap(name =>
      all(overrides, name).map(node => node.attributes.id),
    );
    expect(ids).toEqual([
      'Tiercel.Tab',
      'Tiercel.Group.Risk',
      'Tiercel.Group.Work',
      'Tiercel.Group.Workbook',
      'Tiercel.OpenPane',
      'Tiercel.TierSheet',
      'Tiercel.ToggleHighlight',
      'Tiercel.OpenReport',
      'Tiercel.OpenCollect',
      'Tiercel.OpenPolicy',
      'Tiercel.OpenShare',
      'Tiercel.ClearAll',
      'Tiercel.CellMenu',
      'Tiercel.ShowCustomer',
      'Tiercel.TierThisSheet',
    ]);
  });

  test('every button calls a command that exists', () => {
    const called = all(overrides, 'FunctionName').map(node => node.text);
    expect(called).toEqual([
      'tierSheet',
      'toggleHighlight',
      'openReport',
      'openCollect',
      'openPolicy',
      'openShare',
      'clearAll',
      'showCustomer',
      'tierSheet',
    ]);
    const commands = readFileSync(join(root, 'src', 'commands', 'commands.ts'), 'utf8');
    for (const name of called) expect(commands).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('every keyboard shortcut runs a command that exists, by keys of its own that Excel does not use', () => {
    const address = only(manifest, 'ExtendedOverrides').attributes.Url;
    const file = JSON.parse(readFileSync(localFile(address), 'utf8'));
    const ids: string[] = file.actions.map(({ id }: { id: string }) => id);
    const called = all(overrides, 'FunctionName').map(node => node.text);
    for (const id of ids) expect(called).toContain(id);
    expect(file.shortcuts.map(({ action }: { action: string }) => action)).toEqual(ids);
    const keys: string[] = file.shortcuts.flatMap(({ key }: { key: Record<string, string> }) =>
      Object.values(key),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const combination of keys)
      expect(combination).toMatch(/^(Ctrl\+Alt|Command\+Option)\+Shift\+[A-Z]$/);
    for (const { name } of file.actions) expect(name).toMatch(/^[A-Z][a-z ]+ \/ \p{Script=Han}+$/u);
  });

  test('id and version are what Excel keys its cache by', () => {
    expect(only(manifest, 'Id').text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(only(manifest, 'Version').text).toMatch(/^\d+\.\d+\.\d+(\.\d+)?$/);
  });
});
