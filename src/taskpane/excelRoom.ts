import { clearAdditions, findAdditions } from '../excel/additions';
import { clearHighlights, highlightSheet, isHighlighted } from '../excel/highlight';
import { ensurePolicySheet, readPolicySheet, showPolicySheet, writeAsOf } from '../excel/policySheet';
import { readActiveSheet } from '../excel/readSheet';
import { selectCell, selectRows } from '../excel/selectRows';
import { onSheetActivated, onSheetChanged } from '../excel/watch';
import { writeColumns } from '../excel/writeColumns';
import type { ExcelRoom } from './model/excelRoom';

/** The workbook itself, as the pane asks for it. */
export const excelRoom: ExcelRoom = {
  readActiveSheet,
  selectRows,
  selectCell,
  readPolicySheet,
  ensurePolicySheet,
  writeAsOf,
  showPolicySheet,
  highlightSheet,
  clearHighlights,
  isHighlighted,
  writeColumns,
  findAdditions,
  clearAdditions,
  onSheetActivated,
  onSheetChanged,
};
