/** `npm run docs`: writes a page per function, in both languages, to docs/functions. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFunctionPages } from './functionPages/functionPages';

const folder = path.resolve(__dirname, '../docs/functions');

async function write(): Promise<void> {
  const pages = await makeFunctionPages();
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(path.join(folder, file));
  for (const [file, text] of pages) writeFileSync(path.join(folder, file), text);
  console.log(`${pages.size} pages in docs/functions`);
}

write().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
