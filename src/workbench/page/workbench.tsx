/** Starts the workbench in its page. */
import { render } from 'preact';
import { createBook } from '../book/book';
import { openWorkbook } from '../files/openWorkbook';
import { saveWorkbook } from '../files/saveWorkbook';
import { App } from './App';
import { openAddress } from './files';
import { createWorkbench } from './model/workbench';
import { readOptions } from './options';
import { createApi } from './scripting';
import './workbench.css';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
const options = readOptions(window.location.search, navigator.language, prefersDark);
const workbench = createWorkbench(options, {
  createBook: locale => createBook({ locale }),
  async openWorkbook(bytes, name, locale) {
    const book = createBook({ locale });
    return { book, leftOut: await openWorkbook(bytes, name, book) };
  },
  saveWorkbook,
});
window.workbench = createApi(workbench);
render(<App workbench={workbench} />, document.getElementById('workbench')!);
workbench.start(options.open === null ? null : () => openAddress(workbench, options.open!));
