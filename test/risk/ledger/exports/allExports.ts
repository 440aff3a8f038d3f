import { chineseExports } from './chineseExports';
import { continentalExports } from './continentalExports';
import { englishExports } from './englishExports';
import { lineItemExports } from './lineItemExports';

/** Every made export with the program it is of. */
export const allExports = [
  ...englishExports,
  ...continentalExports,
  ...chineseExports,
  ...lineItemExports,
].map(sheet => [sheet.program, sheet] as const);
