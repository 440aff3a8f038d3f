import { ApiError } from '../batch/apiError';
import type { ObjectClass } from '../batch/modelObject';
import { isJsonObject, type Json } from '../wire/json';
import { asText } from './commonStyle';

/** What `Office.actions` asks: shortcuts of the add-in's actions. */
export const actionServiceClass: ObjectClass<null> = {
  name: 'ActionService',
  methods: {
    AreShortcutsInUse: (_, args, session) =>
      listOfTexts(args.json(0)).map(each => session.shortcuts.isInUse(each)),
    GetShortcuts: (_, _args, session) => Object.fromEntries(session.shortcuts.all),
    ReplaceShortcuts: (_, args, session) => {
      const wanted = args.record(0);
      if (!isJsonObject(wanted) || !Object.keys(wanted).every(action => session.shortcuts.has(action))) {
        throw new ApiError('InvalidArgument');
      }
      for (const [action, shortcut] of Object.entries(wanted)) {
        session.shortcuts.replace(action, shortcut === null ? null : asText(shortcut ?? null));
      }
    },
  },
};

function listOfTexts(value: Json): string[] {
  if (!Array.isArray(value)) {
    throw new ApiError('InvalidArgument');
  }
  return value.map(asText);
}
