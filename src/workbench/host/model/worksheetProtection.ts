import { type Permission, permissions, type Sheet } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { eventTypes } from '../eventDesk';
import type { Session } from '../session';
import { isJsonObject, type Json } from '../wire/json';

/** Open `protection` of a sheet. */
export function worksheetProtection(sheet: Sheet): ModelObject {
  return ModelObject.of(worksheetProtectionClass, sheet);
}

const worksheetProtectionClass: ObjectClass<Sheet> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: sheet => sheet.isProtected },
    Options: {
      get: sheet =>
        Object.fromEntries([
          ...permissions.map(name => [name, sheet.permissions.has(name)] as const),
          ['selectionMode', 'Normal'],
        ]),
    },
  },
  methods: {
    Protect: (sheet, args, session) => {
      if (sheet.isProtected) {
        throw new ApiError('InvalidOperation');
      }
      const password = args.optionalText(1);
      if (password) {
        session.passwords.set(sheet.id, password);
      }
      sheet.permissions = permissionsOf(args.isOmitted(0) ? null : args.json(0));
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

/** What options allow; others than those of Office.js are refused. */
function permissionsOf(options: Json): Set<Permission> {
  if (options === null) {
    return new Set();
  }
  if (!isJsonObject(options)) {
    throw new ApiError('InvalidArgument');
  }
  const { selectionMode = 'Normal', ...allowed } = options;
  if (selectionMode !== 'Normal') {
    throw notImplemented(`WorksheetProtectionOptions.selectionMode = ${String(selectionMode)}`);
  }
  const wanted = Object.keys(allowed).filter(name => allowed[name] === true);
  const known: readonly string[] = permissions;
  if (!Object.keys(allowed).every(name => known.includes(name))) {
    throw new ApiError('InvalidArgument');
  }
  return new Set(permissions.filter(name => wanted.includes(name)));
}

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
