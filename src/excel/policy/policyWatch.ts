import { type Editor, onSheetChanged } from '../reading/watch';
import { untilTaken } from '../untilTaken';
import { findPolicySheetId } from './policyEdits';

/**
 * Tell when cells of the policy sheet are edited, and by whom. Returns what stops the telling.
 *
 * Which sheet is the policy's is looked up once for each sheet that is edited: a new one has an id of its own.
 */
export async function onPolicySheetChanged(listener: (by: Editor) => void): Promise<() => void> {
  const isPolicyBySheet = new Map<string, Promise<boolean>>();
  const lookUp = async (sheetId: string): Promise<boolean> => {
    const found = await untilTaken(findPolicySheetId);
    return found.ok && found.value === sheetId;
  };
  return onSheetChanged((sheetId, _address, _isMoved, by) => {
    const isPolicy = isPolicyBySheet.get(sheetId) ?? lookUp(sheetId);
    isPolicyBySheet.set(sheetId, isPolicy);
    void isPolicy.then(itIs => {
      if (itIs) listener(by);
    });
  });
}
