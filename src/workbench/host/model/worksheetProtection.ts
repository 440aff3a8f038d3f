import type { Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { eventTypes } from '../eventDesk';
import type { Session } from '../session';

/** Open `protection` of a sheet. */
export function worksheetProtection(sheet: Sheet): ModelObject {
  return ModelObject.of(worksheetProtectionClass, sheet);
}

const worksheetProtectionClass: ObjectClass<Sheet> = {
  name: 'WorksheetProtection',
  properties: { Protected: { get: sheet => sheet.isProtected } },
  methods: {
    Protect: (sheet, args, session) => {
      if (sheet.isProtected) {
        throw new ApiError('InvalidOperation');
      }
      const password = args.optionalText(1);
      if (password) {
        session.passwords.set(sheet.id, password);
      }
      setProtected(sheet, true, session);
    },
    Unprotect: (sheet, args, session) => {
      const password = session.passwords.get(sheet.id);
      if (password !== undefined && args.optionalText(0) !== password) {
        throw new ApiError('InvalidArgument');
      }
      session.passwords.delete(sheet.id);
      setProtected(sheet, false, session);
    },
  },
};

function setProtected(sheet: Sheet, isProtected: boolean, session: Session): void {
  sheet.isProtected = isProtected;
  session.book.touch(sheet);
  session.book.forgetSteps();
  session.events.raise(eventTypes.worksheetProtectionChanged, sheet.id, {
    isProtected,
    source: 'Local',
    worksheetId: sheet.id,
  });
}
