import { chineseExports } from './chineseExports';
import { continentalExports } from './continentalExports';
import { englishExports } from './englishExports';
import { handKeptSheets } from './handKeptSheets';
import { lineItemExports } from './lineItemExports';

/** Every made export with the program it is of, and sheets that people keep themselves. */
export const allExports = [
  ...englishExports,
  ...continentalExports,
  ...chineseExports,
  ...lineItemExports,
  ...handKeptSheets,
].map(sheet => [sheet.program, sheet] as const);
