import type { ExcelOutcome } from '../excel/contract';
import { onSheetActivated, onSheetChanged } from '../excel/reading/watch';
import type { ExcelRoom } from './model/excelRoom';

/** What reaches into the workbook comes when it is needed first: none of it is seen before somebody presses a button. */
const modules = {
  reading: () => import('../excel/reading/readSheet'),
  otherSheets: () => import('../excel/reading/otherSheets'),
  memory: () => import('../excel/memory/columnMemory'),
  matches: () => import('../excel/memory/chosenMatches'),
  owners: () => import('../excel/reading/sheetOwner'),
  names: () => import('../excel/share/sheetNames'),
  rows: () => import('../excel/reading/selectRows'),
  samples: () => import('../excel/sheets/sampleSheets'),
  cursor: () => import('../excel/reading/activeCell'),
  policy: () => import('../excel/policy/policySheet'),
  highlighting: () => import('../excel/highlight/highlight'),
  columns: () => import('../excel/columns/writeColumns'),
  removing: () => import('../excel/columns/removeColumns'),
  additions: () => import('../excel/share/additions'),
};

/** Fetch all of it while nothing else is to be done, so that the first press does not wait. */
export async function preloadExcelRoom(): Promise<void> {
  await Promise.all(Object.values(modules).map(load => load()));
}

/** Load a module, then ask it; where it does not come, that is a problem like any other that Excel has. */
function from<Module, Asked extends readonly unknown[], Answer>(
  load: () => Promise<Module>,
  choose: (module: Module) => (...asked: Asked) => Promise<ExcelOutcome<Answer>>,
): (...asked: Asked) => Promise<ExcelOutcome<Answer>> {
  return async (...asked) => {
    let module: Module;
    try {
      module = await load();
    } catch {
      return { ok: false, problem: { key: 'notLoaded', detail: {} } };
    }
    return choose(module)(...asked);
  };
}

const { reading, otherSheets, memory, matches, owners, names, rows, policy } = modules;
const { highlighting, columns, removing, additions, cursor, samples } = modules;

/** The workbook itself, as the pane asks for it. */
export const excelRoom: ExcelRoom = {
  readActiveSheet: from(reading, module => module.readActiveSheet),
  readSheet: from(reading, module => module.readSheet),
  glimpseOtherSheets: from(otherSheets, module => module.glimpseOtherSheets),
  readColumnMemory: from(memory, module => module.readColumnMemory),
  rememberColumns: from(memory, module => module.rememberColumns),
  readMatches: from(matches, module => module.readMatches),
  readSheetNames: from(names, module => module.readSheetNames),
  showSheet: from(names, module => module.showSheet),
  ownerOfSheet: from(owners, module => module.ownerOfSheet),
  isWorkbookEmpty: from(samples, module => module.isWorkbookEmpty),
  insertSample: from(samples, module => module.insertSample),
  readActiveCell: from(cursor, module => module.readActiveCell),
  selectRows: from(rows, module => module.selectRows),
  selectCell: from(rows, module => module.selectCell),
  selectCells: from(rows, module => module.selectCells),
  readPolicySheet: from(policy, module => module.readPolicySheet),
  ensurePolicySheet: from(policy, module => module.ensurePolicySheet),
  writeAsOf: from(policy, module => module.writeAsOf),
  showPolicySheet: from(policy, module => module.showPolicySheet),
  writePolicyValues: from(policy, module => module.writePolicyValues),
  highlightSheet: from(highlighting, module => module.highlightSheet),
  clearHighlights: from(highlighting, module => module.clearHighlights),
  isHighlighted: from(highlighting, module => module.isHighlighted),
  writeColumns: from(columns, module => module.writeColumns),
  removeColumns: from(removing, module => module.removeColumns),
  hasColumns: from(removing, module => module.hasColumns),
  findAdditions: from(additions, module => module.findAdditions),
  clearAdditions: from(additions, module => module.clearAdditions),
  onSheetActivated,
  onSheetChanged,
};
