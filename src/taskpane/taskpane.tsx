/** Where the one shared runtime starts: the formulas, the ribbon's commands and the pane live in this page together. */
import { render } from 'preact';
import { associateCommands } from '../commands/commands';
import { officeLocale, officeTheme, onReady } from '../excel/office';
import { associateFunctions } from '../functions/functions';
import { excelRoom } from './excelRoom';
import { createPaneModel } from './model/paneModel';
import { browserKeeper } from './model/preferencesModel';
import { Pane } from './Pane';
import './theme/tokens.css';
import './theme/base.css';
import { applyTheme } from './theme/theme';

// Excel calls formulas as soon as the page is loaded, so they are there before anything is waited for.
associateFunctions();

async function start(): Promise<void> {
  const { inExcel } = await onReady();
  const followTheme = () => applyTheme(officeTheme());
  followTheme();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', followTheme);

  const model = createPaneModel({
    excel: excelRoom,
    now: () => new Date(),
    officeLocale: officeLocale(),
    keeper: browserKeeper(),
  });
  associateCommands(model);
  const root = document.getElementById('pane');
  if (root !== null) render(<Pane model={model} />, root);
  if (inExcel) await model.sheet.follow();
}

void start();
