/**
 * The ribbon's buttons, the entry in the menu of a cell, and the keyboard shortcuts. They run in the pane's own runtime on the pane's own model, so that ribbon and pane never disagree; the
 * ids are those of manifest.xml and assets/shortcuts.json.
 */
import type { PartName } from '../taskpane/model/layersModel';
import type { PaneModel } from '../taskpane/model/paneModel';

export type CommandId =
  | 'tierSheet'
  | 'toggleHighlight'
  | 'clearAll'
  | 'openReport'
  | 'openCollect'
  | 'openPolicy'
  | 'openShare'
  | 'showCustomer';

/** What Excel hands a button's command; Excel shows the button as busy until `completed` is called. A shortcut hands it nothing. */
export interface CommandEvent {
  completed(): void;
}

type Command = (event: CommandEvent | null) => Promise<void>;

let pane: PaneModel | null = null;

/** Excel keeps a button busy for ever when its command throws; what went wrong is for the pane to say. */
async function run(
  event: CommandEvent | null,
  command: (model: PaneModel) => Promise<unknown>,
): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    if (pane !== null) await command(pane);
  } finally {
    event?.completed();
  }
}

/** Highlight or take back; a sheet that was not tiered yet, or another one than before, is tiered first. */
async function toggleHighlight(model: PaneModel): Promise<void> {
  await model.sheet.ownerKnown();
  const isOnAnotherSheet = model.sheet.isAway.value && !model.sheet.isAtOurs.value;
  const needsTiering = model.assessments.result.value === null || isOnAnotherSheet;
  if (needsTiering && !(await model.tierActiveSheet())) return;
  await model.highlights.toggle();
}

/** Open a part of the pane; one that shows customers needs them tiered first. */
async function openPart(model: PaneModel, part: PartName): Promise<void> {
  const needsTiering = part === 'report' || part === 'collect';
  if (needsTiering && model.assessments.result.value === null && !(await model.tierActiveSheet())) return;
  model.layers.backToOverview();
  model.layers.open({ kind: 'part', part });
}

/** The commands by the ids that manifest.xml calls them by. */
export const commandActions: Readonly<Record<CommandId, Command>> = {
  tierSheet: event => run(event, model => model.tierActiveSheet()),
  toggleHighlight: event => run(event, toggleHighlight),
  clearAll: event => run(event, model => model.openClear()),
  openReport: event => run(event, model => openPart(model, 'report')),
  openCollect: event => run(event, model => openPart(model, 'collect')),
  openPolicy: event => run(event, model => openPart(model, 'policy')),
  openShare: event => run(event, model => openPart(model, 'share')),
  showCustomer: event => run(event, model => model.openCustomerAtCursor()),
};

/** Tell Office which function each ribbon button runs, and the commands which pane they work on. */
export function associateCommands(model: PaneModel): void {
  pane = model;
  for (const [id, command] of Object.entries(commandActions)) Office.actions.associate(id, command);
}
