/** The one place for the names of everything Tiercel puts into a workbook. */

export const policySheetName = 'Tiercel Policy';

/** Every defined name of ours begins so: what begins so was added by Tiercel and goes when the user clears. */
export const namePrefix = 'Tiercel_';

export const asOfName = `${namePrefix}AsOf`;
export const countDisputedName = `${namePrefix}CountDisputed`;
/** The whole policy as one range, for formulas: `=TIERCEL.RISKSCORE(B2:H400, B1:H1, Tiercel_Policy)`. */
export const policyRangeName = `${namePrefix}Policy`;

/** Marks a range of columns written beside the data; Excel moves the name along when rows or columns are inserted. */
export const addedColumnsPrefix = `${namePrefix}Columns_`;

export const isAddedColumnsName = (name: string): boolean =>
  name.toLowerCase().startsWith(addedColumnsPrefix.toLowerCase());

/** The sheet that live columns look up in, by the name that marks the columns: its key among the sheets of ours. */
export const liveSheetKey = (columnsName: string): string =>
  `${liveSheetPrefix}${columnsName.slice(addedColumnsPrefix.length)}`;

const liveSheetPrefix = 'Live_';

export const isLiveSheetKey = (key: string): boolean =>
  key.toLowerCase().startsWith(liveSheetPrefix.toLowerCase());

/** The sheet that remembers what was written into columns, by the name that marks them: its key among the sheets of ours. */
export const writtenSheetKey = (columnsName: string): string =>
  `Written_${columnsName.slice(addedColumnsPrefix.length)}`;

/** Stands for a sheet that Tiercel added; Excel moves the name along when the sheet is renamed, and a copy has none. */
export const ownSheetPrefix = `${namePrefix}Sheet_`;

export const isOwnSheetName = (name: string): boolean =>
  name.toLowerCase().startsWith(ownSheetPrefix.toLowerCase());

/** Marks the cells of a formula that was frozen to its values; Excel moves the name along with them. */
export const frozenPrefix = `${namePrefix}Frozen_`;

export const isFrozenName = (name: string): boolean =>
  name.toLowerCase().startsWith(frozenPrefix.toLowerCase());

/** Stands for a sheet of the user's of which something is remembered; Excel moves the name along when the sheet is renamed, and a copy has none. */
export const dataSheetPrefix = `${namePrefix}Data_`;

export const isDataSheetName = (name: string): boolean =>
  name.toLowerCase().startsWith(dataSheetPrefix.toLowerCase());

/** Marks the legend of a sheet, on that sheet alone: so it is none of the workbook's names. */
export const legendName = `${namePrefix}Legend`;

/** Marks the line of a sheet of the report that says of which day it is, on that sheet alone. */
export const reportDayName = `${namePrefix}Day`;

/**
 * What highlights of a ledger know the columns of its joined list by, on the ledger's sheet alone, as `Tiercel_List_creditLimit`. Rules that
 * name another sheet outright are kept apart in files, and other programs put them before or after the rest: the worst colour would not win.
 */
export const joinedListPrefix = `${namePrefix}List_`;

export const isJoinedListName = (name: string): boolean =>
  name.toLowerCase().startsWith(joinedListPrefix.toLowerCase());

const isOurName = (name: string): boolean => name.toLowerCase().startsWith(namePrefix.toLowerCase());

/** The name that marks, or marked, the columns that look up in a sheet of live columns. */
export const columnsOfLiveSheet = (key: string): string =>
  `${addedColumnsPrefix}${key.slice(liveSheetPrefix.length)}`;

/** What live columns come from, by the name that marks the columns: names of ranges, which follow rows and columns that are inserted. */
export const liveRangeNames = (columnsName: string) => {
  const number = columnsName.slice(addedColumnsPrefix.length);
  const name = (of: string) => `${liveRangePrefix}${of}_${number}`;
  return {
    data: name('Data'),
    list: name('List'),
    matches: name('Matches'),
    reviews: name('Reviews'),
    snapshots: name('Snapshots'),
  };
};

const liveRangePrefix = `${namePrefix}Live`;

/** Tell whether a name is what live columns know a table of ours by, such as `Tiercel_LiveReviews_1` of the sheet `Reviews`. */
export const isLiveTableName = (name: string, sheetKey: string): boolean =>
  name.toLowerCase().startsWith(`${liveRangePrefix}${sheetKey}_`.toLowerCase());

const isLiveRangeName = (name: string): boolean =>
  name.toLowerCase().startsWith(liveRangePrefix.toLowerCase());

/** Names of ours that belong to the policy sheet: all but the marks of columns, sheets and frozen formulas, and the ranges of live columns. */
export const isPolicyName = (name: string): boolean =>
  isOurName(name) &&
  !isAddedColumnsName(name) &&
  !isOwnSheetName(name) &&
  !isFrozenName(name) &&
  !isDataSheetName(name) &&
  !isLiveRangeName(name);

/** A conditional format is ours when its formula refers to the policy by one of our names. */
export const isOurHighlight = (formula: string): boolean =>
  formula.toLowerCase().includes(namePrefix.toLowerCase());
