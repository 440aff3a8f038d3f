import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import type { Json } from '../wire/json';

/** Open `workbook.settings`: values that travel with the workbook, the same as `Office.context.document.settings`. */
export function settings(): ModelObject {
  return ModelObject.of(settingCollectionClass, null);
}

function setting(key: string): ModelObject {
  return ModelObject.of(settingClass, key);
}

const settingCollectionClass: ObjectClass<null> = {
  name: 'SettingCollection',
  items: (_, session) => [...session.settings.keys()].map(setting),
  item: (_, args, session) => find(args.text(0), session),
  methods: {
    Add: (_, args, session) => {
      const key = args.text(0);
      session.settings.set(key, JSON.stringify(args.json(1)));
      return setting(key);
    },
    GetCount: (_, _args, session) => session.settings.size,
    GetItemOrNullObject: (_, args, session) => find(args.text(0), session),
  },
};

const settingClass: ObjectClass<string> = {
  name: 'Setting',
  identity: key => ({ _Id: key }),
  properties: {
    Key: { get: key => key },
    Value: {
      get: (key, session) => storedValueOf(key, session),
      set: (key, value, session) => {
        session.settings.set(key, JSON.stringify(value));
      },
    },
  },
  methods: {
    Delete: (key, _args, session) => {
      session.settings.delete(key);
    },
  },
};

function find(key: string, session: Session): ModelObject | null {
  return session.settings.has(key) ? setting(key) : null;
}

function storedValueOf(key: string, session: Session): Json {
  const text = session.settings.get(key);
  if (text === undefined) {
    throw new ApiError('ItemNotFound');
  }
  return JSON.parse(text) as Json;
}
