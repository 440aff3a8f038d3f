import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import { asFlag } from './commonStyle';

/** The service behind `Office.ribbon.requestUpdate`: controls by the ids that the manifest gives them. */
export const dynamicRibbonClass: ObjectClass<null> = {
  name: 'DynamicRibbon',
  methods: {
    GetButton: (_, args) => ModelObject.of(ribbonButtonClass, args.text(0)),
    GetTab: (_, args) => ModelObject.of(ribbonTabClass, args.text(0)),
  },
};

const ribbonButtonClass: ObjectClass<string> = {
  name: 'RibbonButton',
  identity: id => ({ Id: id }),
  properties: {
    Id: { get: id => id },
    Enabled: {
      get: (id, session) => !session.disabledControls.has(id),
      set: (id, value, session) => enable(id, asFlag(value), session),
    },
  },
  methods: { SetEnabled: (id, args, session) => enable(id, args.flag(0, true), session) },
};

const ribbonTabClass: ObjectClass<string> = {
  name: 'RibbonTab',
  identity: id => ({ Id: id }),
  properties: { Id: { get: id => id } },
  methods: {
    SetVisibility: (id, args, session) => session.updateRibbon({ id, visible: args.flag(0, true) }),
  },
};

function enable(id: string, enabled: boolean, session: Session): void {
  if (enabled) {
    session.disabledControls.delete(id);
  } else {
    session.disabledControls.add(id);
  }
  session.updateRibbon({ id, enabled });
}
