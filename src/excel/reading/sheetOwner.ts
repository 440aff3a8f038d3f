import type { ExcelOutcome } from '../contract';
import { findOwnSheets } from '../ownSheets';
import { findPolicySheet } from '../policy/findPolicySheet';
import { runExcel } from '../problem';

/** Whose a sheet is: the user's, the policy, or another one that Tiercel added. */
export type SheetOwner = 'user' | 'policy' | 'tiercel';

/** The sample stands for the user's own data: it is tiered and joined like it. */
const isData = (key: string): boolean => key.startsWith('Sample');

/** Find the owners of all sheets that are not the user's, by id, inside a batch of the caller. */
export async function findSheetOwners(
  context: Excel.RequestContext,
): Promise<ReadonlyMap<string, SheetOwner>> {
  const policy = await findPolicySheet(context);
  policy?.load('id');
  const own = (await findOwnSheets(context)).filter(({ key }) => !isData(key));
  for (const { sheet } of own) sheet.load('id');
  await context.sync();
  const owners = new Map<string, SheetOwner>(own.map(({ sheet }) => [sheet.id, 'tiercel']));
  return policy ? owners.set(policy.id, 'policy') : owners;
}

/** Find out whose a sheet is. */
export function ownerOfSheet(sheetId: string): Promise<ExcelOutcome<SheetOwner>> {
  return runExcel(async context => (await findSheetOwners(context)).get(sheetId) ?? 'user');
}
