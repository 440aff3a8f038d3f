/** What the address bar asks of the workbench: `?open=none&locale=zh-CN&theme=dark&pane=closed&width=360&host=127.0.0.1`. */

export type Locale = 'en-US' | 'zh-CN';
export type Theme = 'light' | 'dark';

export interface Options {
  /** The file to open at the start; null for an empty workbook. */
  readonly open: string | null;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly isPaneOpen: boolean;
  /** Of the pane, in pixels. */
  readonly paneWidth: number;
  /**
   * Another name of this machine that the add-in's page is fetched under; null for that of this page. Under another name the page is another site,
   * which a browser gives a thread of its own, as Excel on the web does.
   */
  readonly paneHost: string | null;
}

export const narrowestPane = 320;
export const widestPane = 600;
const usualPane = 350;
const ownMachine: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const sampleFile = '/assets/sample.xlsx';

export const clampPaneWidth = (width: number): number =>
  Math.min(widestPane, Math.max(narrowestPane, Math.round(width)));

/**
 * Reads the query of the page; what it does not say comes from the browser's own language and theme.
 * @example readOptions('?open=none', 'zh-TW', false) //=> { open: null, locale: 'zh-CN', theme: 'light', … }
 */
export function readOptions(query: string, language: string, prefersDark: boolean): Options {
  const asked = new URLSearchParams(query);
  const open = asked.get('open');
  const width = Number(asked.get('width') ?? usualPane);
  return {
    open: open === 'none' ? null : openable(open),
    locale: readLocale(asked.get('locale') ?? language),
    theme: readTheme(asked.get('theme'), prefersDark),
    isPaneOpen: asked.get('pane') !== 'closed',
    paneWidth: clampPaneWidth(Number.isFinite(width) ? width : usualPane),
    paneHost: ownMachine.find(name => name === asked.get('host')) ?? null,
  };
}

/** Only a path of this server: the workbench opens nothing from elsewhere because a link says so. */
function openable(open: string | null): string {
  if (!open) return sampleFile;
  return open.startsWith('/') && !open.startsWith('//') && !open.includes('\\') ? open : sampleFile;
}

const readLocale = (language: string): Locale => (/^zh\b/i.test(language) ? 'zh-CN' : 'en-US');

function readTheme(asked: string | null, prefersDark: boolean): Theme {
  if (asked === 'light' || asked === 'dark') return asked;
  return prefersDark ? 'dark' : 'light';
}
