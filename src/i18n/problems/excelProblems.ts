/** Why Excel refused or there was nothing to do; the pane has a sentence with what to do for each. */
export type ExcelProblemKey =
  | 'sheetEmpty'
  | 'chartSheet'
  | 'policySheet'
  /** A sheet that Tiercel made: a report, a statement, a log. */
  | 'ownSheet'
  | 'cancelled'
  | 'sheetProtected'
  /** Sheets cannot be added, removed or shown. */
  | 'workbookProtected'
  /** The user hid the sheet whose cells are to be selected. */
  | 'sheetHidden'
  | 'cellBeingEdited'
  | 'sheetGone'
  /** Rows were inserted, deleted or sorted since they were read. */
  | 'rowsMoved'
  | 'noFreeColumns'
  /** Data without headers in the first row: there is no row for ours. */
  | 'noHeaderRow'
  /** The user wrote into columns of ours that are to be replaced. */
  | 'columnsEdited'
  | 'tooLarge'
  | 'apiTooOld'
  | 'busy'
  | 'sessionLost'
  | 'policyUnreadable'
  /** The policy sheet says something else than when it was taken up for editing. */
  | 'policyChanged'
  /** A native table of the policy was turned into plain cells. */
  | 'policyTableGone'
  /** The headers of a table of ours that rows are to be put into are gone or changed. */
  | 'recordsUnreadable'
  | 'nothingToHighlight'
  /** A part of Tiercel's own code could not be fetched. */
  | 'notLoaded'
  | 'unexpected';
