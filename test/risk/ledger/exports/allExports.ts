import { agedDetailExports } from './agedDetailExports';
import { billingExports } from './billingExports';
import { chineseExports } from './chineseExports';
import { continentalExports } from './continentalExports';
import { englishExports } from './englishExports';
import { handKeptSheets } from './handKeptSheets';
import { japaneseKoreanExports } from './japaneseKoreanExports';
import { lineItemExports } from './lineItemExports';
import { moneyBesideExports } from './moneyBesideExports';
import { plainlyWrittenSheets } from './plainlyWrittenSheets';
import { subtotalledExports } from './subtotalledExports';

/** Every made export with the program it is of, and sheets that people keep themselves. */
export const allExports = [
  ...englishExports,
  ...continentalExports,
  ...chineseExports,
  ...lineItemExports,
  ...handKeptSheets,
  ...plainlyWrittenSheets,
  ...agedDetailExports,
  ...billingExports,
  ...moneyBesideExports,
  ...subtotalledExports,
  ...japaneseKoreanExports,
].map(sheet => [sheet.program, sheet] as const);
