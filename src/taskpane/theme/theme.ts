export type Theme = 'light' | 'dark';

/** Show the pane in a theme; the tokens of both are in tokens.css. */
export const applyTheme = (theme: Theme): void => {
  document.documentElement.dataset.theme = theme;
};
