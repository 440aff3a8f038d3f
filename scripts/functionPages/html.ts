/** Turns a page of the documentation into what a browser shows: Excel's function dialog leads there. */
import { marked } from 'marked';

const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --quiet: #5b5b66; --paper: #fff; --shade: #f4f4f6; --line: #d9d9e0; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e9ee; --quiet: #a9a9b5; --paper: #17171a; --shade: #232328; --line: #3a3a42; --link: #8ab8f0; }
}
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Segoe UI", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; overflow-wrap: break-word; }
h1 { font-size: clamp(1.25rem, 5vw, 1.75rem); line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2.25rem 0 0.5rem; }
a { color: var(--link); }
code { font-family: "Cascadia Code", Consolas, ui-monospace, monospace; font-size: 0.9em; background: var(--shade); border-radius: 3px; padding: 0.1em 0.3em; }
pre { background: var(--shade); border-radius: 6px; padding: 0.75rem 1rem; white-space: pre-wrap; }
pre code { background: none; padding: 0; }
.wide { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; font-size: 0.925rem; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.65rem; text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
th { color: var(--quiet); font-weight: 600; }
th:empty { border: 0; padding: 0; }
td:first-child code { white-space: nowrap; }
`;

/**
 * Render a page of Markdown as a whole HTML page; links between pages follow.
 *
 * @param markdown Written by us: it is not cleaned.
 * @param file Its name tells the language: `DSO.zh-CN.md`.
 */
export function renderPage(markdown: string, file: string): string {
  const language = file.endsWith('.zh-CN.md') ? 'zh-CN' : 'en';
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'Tiercel';
  const body = marked
    .parse(markdown, { async: false })
    .replace(/(href="[^":]*)\.md"/g, '$1.html"')
    .replaceAll('<table>', '<div class="wide"><table>')
    .replaceAll('</table>', '</table></div>');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}
