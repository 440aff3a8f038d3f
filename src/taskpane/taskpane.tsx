/** Where the one shared runtime starts: the formulas, the ribbon's commands and the pane live in this page together. */
import { render } from 'preact';
import { associateCommands } from '../commands/commands';
import { officeLocale, officeTheme, onReady } from '../excel/office';
import type { SampleSheet } from '../excel/sheets/sampleSheets';
import { associateFunctions } from '../functions/associate';
import type { DateSystem } from '../risk/ledger/ledger';
import { excelRoom, preloadExcelRoom } from './excelRoom';
import { loadAnswering } from './model/ledger/loadAnswering';
import { createPaneModel, type PaneModel } from './model/paneModel';
import { browserKeeper } from './model/preferencesModel';
import { Pane } from './Pane';
import './theme/tokens.css';
import './theme/base.css';
import { applyTheme } from './theme/theme';
import { preloadLayers } from './views/layers/LayerView';

// Excel calls formulas as soon as the page is loaded, so they are there before anything is waited for.
associateFunctions(workbookDates());

/** The sample lies beside the page; it is fetched only when somebody asks for it. */
async function fetchSample(): Promise<readonly SampleSheet[] | null> {
  try {
    const answer = await fetch('assets/sample.json');
    return answer.ok ? ((await answer.json()) as readonly SampleSheet[]) : null;
  } catch {
    return null;
  }
}

/** Formulas read dates that are text by it. */
async function workbookDates(): Promise<DateSystem> {
  const { inExcel } = await onReady();
  if (!inExcel) return 1900;
  const { readDateSystem } = await import('../excel/workbookDates');
  return readDateSystem();
}

async function start(): Promise<void> {
  const { inExcel } = await onReady();
  const followTheme = () => applyTheme(officeTheme());
  followTheme();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', followTheme);

  const model = createPaneModel({
    excel: excelRoom,
    isInExcel: inExcel,
    now: () => new Date(),
    officeLocale: officeLocale(),
    keeper: browserKeeper(),
    fetchSample,
  });
  associateCommands(model);
  const root = document.getElementById('pane');
  if (root !== null) render(<Pane model={model} />, root);
  if (inExcel) await followSheets(model);
  if (inExcel) window.addEventListener('focus', () => lookAround(model));
  if (inExcel) loadPolicyFollowing(model).catch(() => {});
  // What does not come now says so when it is asked for.
  Promise.all([preloadExcelRoom(), loadAnswering(), preloadLayers(), loadHistory(model)]).catch(() => {});
}

/** Look what the user did meanwhile who comes back to the pane, and of which Excel does not tell: another name of a sheet, highlights or columns that were undone. */
function lookAround(model: PaneModel): void {
  void model.sheet.lookAtNames();
  void model.highlights.lookAgain();
  void model.columns.lookAgain();
}

/** History and Watch follow every answer, so they come by themselves, but after everything that is seen. */
async function loadHistory(model: PaneModel): Promise<void> {
  const { beginHistory } = await import('./beginHistory');
  beginHistory(model);
}

/** The policy's cells are followed by themselves, and also only after everything that is seen. */
async function loadPolicyFollowing(model: PaneModel): Promise<void> {
  const { followPolicy } = await import('./model/policy/policyFollowing');
  await followPolicy(model, excelRoom);
}

/** An Excel too old to tell which sheet is in front is served all the same, without the offer to tier it. */
async function followSheets(model: PaneModel): Promise<void> {
  try {
    await model.sheet.follow();
  } catch {
    return;
  }
}

void start();
