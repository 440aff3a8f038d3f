/**
 * What the add-in's manifest says, as Excel reads it: where its page and functions are, and the ribbon it asks for,
 * in the language of the user. Every address of the manifest's own server becomes an address of this one.
 */

export interface AddInManifest {
  readonly id: string;
  readonly version: string;
  readonly displayName: string;
  /** The one page of the shared runtime, also the pane. */
  readonly pageUrl: string;
  /** The metadata of the custom functions; '' when there are none. */
  readonly functionsUrl: string;
  readonly namespace: string;
  readonly tabs: readonly RibbonTab[];
  /** What the add-in puts into the menu of a cell. */
  readonly cellMenu: readonly RibbonControl[];
  /** The file of the add-in's actions and keyboard shortcuts; '' when there is none. */
  readonly shortcutsUrl: string;
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonControl[];
}

export interface RibbonControl {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  /** Address of the picture by its size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: RibbonAction;
  readonly isEnabled: boolean;
}

export type RibbonAction =
  | { readonly kind: 'showPane'; readonly url: string; readonly title: string }
  | { readonly kind: 'run'; readonly functionName: string }
  | { readonly kind: 'menu'; readonly items: readonly RibbonControl[] };

interface Resources {
  text(element: Element | null): string;
  url(element: Element | null): string;
}

/** The manifest cannot be read: not XML, or without a page. */
export class ManifestError extends Error {}

/**
 * Reads a manifest for one locale.
 * @param origin of this server, put in place of the origin of every address of the manifest
 * @throws ManifestError when the text is no manifest of a task pane add-in
 */
export function readManifest(xml: string, locale: string, origin: string): AddInManifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const root = document.documentElement;
  if (document.querySelector('parsererror') || root.localName !== 'OfficeApp') {
    throw new ManifestError('manifest.xml is not a manifest of an Office add-in.');
  }
  const resources = readResources(root, locale, origin);
  const host = find(root, 'Host', element => element.getAttribute('xsi:type') === 'Workbook');
  const functions = find(root, 'ExtensionPoint', element => typeOf(element) === 'CustomFunctions');
  const surface = find(root, 'ExtensionPoint', element => typeOf(element) === 'PrimaryCommandSurface');
  const pageUrl = findPage(root, host, resources, origin);
  if (!pageUrl) throw new ManifestError('manifest.xml names no page for the pane.');
  return {
    id: textOf(child(root, 'Id')),
    version: textOf(child(root, 'Version')),
    displayName: localized(child(root, 'DisplayName'), locale),
    pageUrl,
    functionsUrl: functions ? resources.url(path(functions, 'Metadata', 'SourceLocation')) : '',
    namespace: functions ? resources.text(child(functions, 'Namespace')) : '',
    cellMenu: readCellMenu(root, resources),
    shortcutsUrl: here(child(root, 'ExtendedOverrides')?.getAttribute('Url') ?? '', origin),
    tabs: surface ? children(surface, 'CustomTab', 'OfficeTab').map(tab => readTab(tab, resources)) : [],
  };
}

/** Every control of the ribbon and the cell's menu with what their menus hold, by walking them in order. */
export function allControls(manifest: AddInManifest): readonly RibbonControl[] {
  const inRibbon = manifest.tabs.flatMap(tab => tab.groups).flatMap(group => group.controls);
  return [...inRibbon, ...manifest.cellMenu].flatMap(withItems);
}

const withItems = (control: RibbonControl): readonly RibbonControl[] =>
  control.action.kind === 'menu' ? [control, ...control.action.items.flatMap(withItems)] : [control];

/** The buttons of the cell's menu; a menu within it is taken apart, as it is small. */
export const cellMenuButtons = ({ cellMenu }: AddInManifest): readonly RibbonControl[] =>
  cellMenu.flatMap(withItems).filter(({ action }) => action.kind !== 'menu');

/** What Excel writes over the pane: the title of the button that opens it, else the add-in's name. */
export function paneTitle(manifest: AddInManifest): string {
  for (const { action } of allControls(manifest)) {
    if (action.kind === 'showPane' && action.title) return action.title;
  }
  return manifest.displayName;
}

function readResources(root: Element, locale: string, origin: string): Resources {
  const values = new Map<string, string>();
  const holder = find(root, 'Resources', () => true);
  for (const kind of holder ? [...holder.children] : []) {
    for (const resource of kind.children) {
      values.set(resource.getAttribute('id') ?? '', localized(resource, locale));
    }
  }
  const resolve = (element: Element | null): string => {
    const id = element?.getAttribute('resid');
    return id ? (values.get(id) ?? '') : '';
  };
  return { text: resolve, url: element => here(resolve(element), origin) };
}

/** The `Override` of the locale, else of its language, else the default. */
function localized(element: Element | null, locale: string): string {
  if (!element) return '';
  const language = locale.split('-')[0].toLowerCase();
  const overrides = children(element, 'Override');
  const matches = (test: (overrideLocale: string) => boolean): Element | undefined =>
    overrides.find(override => test((override.getAttribute('Locale') ?? '').toLowerCase()));
  const chosen =
    matches(name => name === locale.toLowerCase()) ?? matches(name => name.split('-')[0] === language);
  return chosen?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? '';
}

function here(address: string, origin: string): string {
  if (!address) return '';
  const url = new URL(address, origin);
  return `${origin}${url.pathname}${url.search}${url.hash}`;
}

function findPage(root: Element, host: Element | null, resources: Resources, origin: string): string {
  const runtime = host && find(host, 'Runtime', () => true);
  if (runtime) return resources.url(runtime);
  const page = host && path(host, 'Page', 'SourceLocation');
  if (page) return resources.url(page);
  const source = path(root, 'DefaultSettings', 'SourceLocation');
  return here(source?.getAttribute('DefaultValue') ?? '', origin);
}

function readTab(tab: Element, resources: Resources): RibbonTab {
  return {
    id: tab.getAttribute('id') ?? '',
    label: resources.text(child(tab, 'Label')),
    groups: children(tab, 'Group').map(group => ({
      id: group.getAttribute('id') ?? '',
      label: resources.text(child(group, 'Label')),
      controls: children(group, 'Control').map(control => readControl(control, resources)),
    })),
  };
}

function readCellMenu(root: Element, resources: Resources): RibbonControl[] {
  const point = find(root, 'ExtensionPoint', element => typeOf(element) === 'ContextMenu');
  const menu =
    point && find(point, 'OfficeMenu', element => element.getAttribute('id') === 'ContextMenuCell');
  return menu ? children(menu, 'Control').map(control => readControl(control, resources)) : [];
}

function readControl(control: Element, resources: Resources): RibbonControl {
  const label = resources.text(child(control, 'Label'));
  const tip = child(control, 'Supertip');
  const icons = new Map<number, string>();
  for (const image of children(child(control, 'Icon') ?? control, 'Image')) {
    icons.set(Number(image.getAttribute('size')), resources.url(image));
  }
  return {
    id: control.getAttribute('id') ?? '',
    label,
    tip: {
      title: tip ? resources.text(child(tip, 'Title')) : label,
      description: tip ? resources.text(child(tip, 'Description')) : '',
    },
    icons,
    action: readAction(control, resources),
    isEnabled: textOf(child(control, 'Enabled')) !== 'false',
  };
}

function readAction(control: Element, resources: Resources): RibbonAction {
  const items = child(control, 'Items');
  if (items) {
    return { kind: 'menu', items: children(items, 'Item').map(item => readControl(item, resources)) };
  }
  const action = child(control, 'Action');
  return action && typeOf(action) === 'ShowTaskpane'
    ? {
        kind: 'showPane',
        url: resources.url(child(action, 'SourceLocation')),
        title: resources.text(child(action, 'Title')),
      }
    : { kind: 'run', functionName: textOf(action && child(action, 'FunctionName')) };
}

const textOf = (element: Element | null): string =>
  element?.getAttribute('DefaultValue') ?? element?.textContent?.trim() ?? '';

const typeOf = (element: Element): string => (element.getAttribute('xsi:type') ?? '').split(':').pop() ?? '';

function children(element: Element, ...names: readonly string[]): Element[] {
  return [...element.children].filter(({ localName }) => names.includes(localName));
}

const child = (element: Element, name: string): Element | null => children(element, name)[0] ?? null;

function path(element: Element, ...names: readonly string[]): Element | null {
  let found: Element | null = element;
  for (const name of names) found = found && (child(found, name) ?? find(found, name, () => true));
  return found;
}

function find(root: Element, name: string, isWanted: (element: Element) => boolean): Element | null {
  return [...root.getElementsByTagName('*')].find(e => e.localName === name && isWanted(e)) ?? null;
}
