import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';

/** Open `workbook.protection`: of its structure, that is of its sheets as such. */
export function workbookProtection(): ModelObject {
  return ModelObject.of(workbookProtectionClass, null);
}

/** Its password is kept beside those of the sheets. */
const passwordKey = 'workbook';

const workbookProtectionClass: ObjectClass<null> = {
  name: 'WorkbookProtection',
  properties: { Protected: { get: (_, session) => session.book.isStructureProtected } },
  methods: {
    Protect: (_, args, { book, passwords }) => {
      if (book.isStructureProtected) {
        throw new ApiError('AccessDenied');
      }
      const password = args.optionalText(0);
      if (password) {
        passwords.set(passwordKey, password);
      }
      book.isStructureProtected = true;
    },
    Unprotect: (_, args, { book, passwords }) => {
      const password = passwords.get(passwordKey);
      if (password !== undefined && args.optionalText(0) !== password) {
        throw new ApiError('InvalidArgument');
      }
      passwords.delete(passwordKey);
      book.isStructureProtected = false;
    },
  },
};
