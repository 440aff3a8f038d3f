/** What the pane asks of Office beside Excel's object model. */

export type OfficeTheme = 'light' | 'dark';

/** Wait for Office.js; tell whether the page runs inside Excel or was opened in a browser by itself. */
export async function onReady(): Promise<{ inExcel: boolean }> {
  const { host } = await Office.onReady();
  return { inExcel: host === Office.HostType.Excel };
}

/** The language Office itself is shown in, such as `en-US` or `zh-CN`. */
export const officeLocale = (): string => Office.context?.displayLanguage ?? navigator.language;

/** Brightness below this, of 255, means that dark text would not be read on it. */
const darkBelow = 128;

function brightness(color: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Office's own theme where it tells one, else what the system prefers. */
export function officeTheme(): OfficeTheme {
  const background = Office.context?.officeTheme?.bodyBackgroundColor;
  if (background && /^#[0-9a-f]{6}/i.test(background)) {
    return brightness(background) < darkBelow ? 'dark' : 'light';
  }
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
