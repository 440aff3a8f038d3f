import { functionsMetadata } from '../scripts/functionsMetadata';
import { customFunctions } from '../src/functions/functions';
import type { Language } from '../src/i18n/language';
import type { ExcelOptions } from './excel/harness';

/** The add-in's formulas as an Excel gets them, with their help in a language. */
export const tiercelFunctions = async (
  language: Language = 'en',
): Promise<NonNullable<ExcelOptions['functions']>> => ({
  metadata: await functionsMetadata(language),
  namespace: 'TIERCEL',
  implementations: customFunctions,
});
