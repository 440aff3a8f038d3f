/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  allControls,
  cellMenuButtons,
  ManifestError,
  readManifest,
} from '../../../../src/workbench/page/ribbon/manifest';

const origin = 'http://localhost:3120';
const xml = readFileSync(path.resolve(__dirname, '../../../../manifest.xml'), 'utf8');

describe('the add-in’s own manifest', () => {
  test('gives page and functions on this server', () => {
    const manifest = readManifest(xml, 'en-US', origin);
    expect(manifest.pageUrl).toBe('http://localhost:3120/taskpane.html');
    expect(manifest.functionsUrl).toBe('http://localhost:3120/functions.json');
    expect(manifest.namespace).toBe('TIERCEL');
    expect(manifest.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('has its buttons in the ribbon and in the menu of a cell, each doing one thing', () => {
    const manifest = readManifest(xml, 'en-US', origin);
    const ribbon = manifest.tabs.flatMap(tab => tab.groups).flatMap(({ controls }) => controls);
    expect(ribbon.map(({ label, action }) => [label, action.kind])).toEqual([
      ['Open pane', 'showPane'],
      ['Tier this sheet', 'run'],
      ['Highlight', 'run'],
      ['Report', 'run'],
      ['Collect', 'run'],
      ['Edit policy', 'run'],
      ['Share', 'run'],
      ['Clear', 'run'],
    ]);
    expect(cellMenuButtons(manifest).map(({ label }) => label)).toEqual(['Show customer', 'Tier this sheet']);
    for (const { icons } of ribbon)
      expect(icons.get(32)).toMatch(/^http:\/\/localhost:3120\/assets\/.+\.png$/);
  });

  test('speaks Chinese where it is asked to', () => {
    const manifest = readManifest(xml, 'zh-CN', origin);
    expect(manifest.functionsUrl).toBe('http://localhost:3120/functions.zh-CN.json');
    expect(allControls(manifest)[0]?.label).toBe('打开窗格');
    expect(manifest.tabs[0]?.label).toBe('信用风险');
  });

  test('falls back to another region of the language, then to the default', () => {
    expect(readManifest(xml, 'zh-TW', origin).tabs[0]?.label).toBe('信用风险');
    expect(readManifest(xml, 'de-DE', origin).tabs[0]?.label).toBe('Tiercel');
  });
});

const withControl = (control: string): string => `<OfficeApp
  xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0">
  <DefaultSettings><SourceLocation DefaultValue="https://elsewhere.example/page.html?x=1"/></DefaultSettings>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides">
    <Hosts><Host xsi:type="Workbook"><DesktopFormFactor><ExtensionPoint xsi:type="PrimaryCommandSurface">
      <CustomTab id="T"><Group id="G"><Label resid="L"/>${control}</Group><Label resid="L"/></CustomTab>
    </ExtensionPoint></DesktopFormFactor></Host></Hosts>
    <Resources><bt:ShortStrings><bt:String id="L" DefaultValue="Label"/></bt:ShortStrings></Resources>
  </VersionOverrides>
</OfficeApp>`;

test('a manifest without a runtime names its page in the default settings', () => {
  expect(readManifest(withControl(''), 'en-US', origin).pageUrl).toBe('http://localhost:3120/page.html?x=1');
});

test('menus have their items, and a button may begin switched off', () => {
  const menu = `<Control xsi:type="Menu" id="M"><Label resid="L"/><Items>
    <Item id="I"><Label resid="L"/><Action xsi:type="ExecuteFunction"><FunctionName>run</FunctionName></Action></Item>
  </Items></Control>
  <Control xsi:type="Button" id="B"><Label resid="L"/><Enabled>false</Enabled>
    <Action xsi:type="ExecuteFunction"><FunctionName>other</FunctionName></Action></Control>`;
  const controls = allControls(readManifest(withControl(menu), 'en-US', origin));
  expect(controls.map(({ id, isEnabled }) => [id, isEnabled])).toEqual([
    ['M', true],
    ['I', true],
    ['B', false],
  ]);
});

test.each(['', 'no xml', '<html/>', '<OfficeApp xmlns="x"/>'])('%j is refused as no manifest', text => {
  expect(() => readManifest(text, 'en-US', origin)).toThrow(ManifestError);
});

test('the menu of a cell has the buttons of the manifest, and shortcuts their file', () => {
  const menu = `<ExtensionPoint xsi:type="ContextMenu"><OfficeMenu id="ContextMenuCell">
    <Control xsi:type="Button" id="Show"><Label resid="L"/>
      <Action xsi:type="ExecuteFunction"><FunctionName>showCustomer</FunctionName></Action></Control>
    <Control xsi:type="Menu" id="More"><Label resid="L"/><Items><Item id="Tier"><Label resid="L"/>
      <Action xsi:type="ExecuteFunction"><FunctionName>tierSheet</FunctionName></Action></Item></Items></Control>
  </OfficeMenu></ExtensionPoint>`;
  const xml = withControl('')
    .replace('</DesktopFormFactor>', `${menu}</DesktopFormFactor>`)
    .replace(
      '</OfficeApp>',
      '<ExtendedOverrides Url="https://elsewhere.example/shortcuts.json"/></OfficeApp>',
    );
  const read = readManifest(xml, 'en-US', origin);
  expect(cellMenuButtons(read).map(({ id, label, action }) => [id, label, action])).toEqual([
    ['Show', 'Label', { kind: 'run', functionName: 'showCustomer' }],
    ['Tier', 'Label', { kind: 'run', functionName: 'tierSheet' }],
  ]);
  expect(allControls(read).map(({ id }) => id)).toEqual(['Show', 'More', 'Tier']);
  expect(read.shortcutsUrl).toBe('http://localhost:3120/shortcuts.json');
  expect(readManifest(withControl(''), 'en-US', origin).shortcutsUrl).toBe('');
});
