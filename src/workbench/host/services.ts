import { ApiError, notImplemented } from './batch/apiError';
import { ModelObject, type ObjectClass } from './batch/modelObject';
import { actionServiceClass } from './model/actionService';
import { dynamicRibbonClass } from './model/dynamicRibbon';
import type { Json } from './wire/json';

/** Make a service that the add-in asks for by name: those beside the workbook that Office.js itself uses. */
export function service(name: string): ModelObject {
  const table = services[name];
  if (!table) {
    throw notImplemented(name);
  }
  return ModelObject.of(table, null);
}

/** Results as arrays, 200 ms between two batches, slicing of batches that are too large. */
const enabledFeatures: readonly number[] = [1, 2, 3, 4];

const services: Readonly<Record<string, ObjectClass<null>>> = {
  'Microsoft.ExcelServices.CustomFunctions': {
    name: 'CustomFunctions',
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: (_, _args, session) => session.customFunctions.ready(),
      _GetEnabledFeatures: () => enabledFeatures,
      SetInvocationResults: (_, args, session) => session.customFunctions.settle(listOf(args.json(0))),
      SetInvocationArrayResults: (_, args, session) => session.customFunctions.settle(listOf(args.json(0))),
    },
  },
  'Microsoft.AppRuntime.AppRuntimeService': {
    name: 'AppRuntimeService',
    methods: {
      GetAppRuntimeState: (_, _args, session) => (session.isPaneVisible ? 'Visible' : 'Background'),
      SetAppRuntimeState: (_, args, session) => session.setPaneVisible(args.text(0) === 'Visible'),
    },
  },
  'Microsoft.AppRuntime.AppRuntimePersistenceService': {
    name: 'AppRuntimePersistenceService',
    methods: {
      GetAppRuntimeStartState: (_, _args, session) => session.startState,
      SetAppRuntimeStartState: (_, args, session) => {
        session.startState = args.text(0);
      },
    },
  },
  'Microsoft.InternalService.AddinInternalService': {
    name: 'AddinInternalService',
    methods: {
      // Office.js says that it takes ribbon commands; it registers for their event as well, and that is what counts.
      NotifyActionHandlerReady: () => undefined,
    },
  },
  'Microsoft.Office.ActionService': actionServiceClass,
  'Microsoft.DynamicRibbon.DynamicRibbon': dynamicRibbonClass,
};

function listOf(value: Json): readonly Json[] {
  if (!Array.isArray(value)) {
    throw new ApiError('InvalidArgument');
  }
  return value;
}
