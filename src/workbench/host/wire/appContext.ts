import type { JsonObject } from './json';

const excelOnTheWeb = 16;
const readWrite = 1;
const taskPane = 1;
const displayModes = { hidden: 1, taskPane: 2 } as const;

/** What this host claims to support; `Office.context.requirements.isSetSupported` answers from it. */
export const supportedRequirements: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  SharedRuntime: '1.2',
  // 1.9 of this unpublished set is how the runtime learns that results may come back every 200 ms, as arrays.
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  RibbonApi: '1.2',
  KeyboardShortcuts: '1.1',
};

export interface AppContextFacts {
  readonly addinId: string;
  readonly locale: string;
  readonly requirements: Readonly<Record<string, string>>;
  /** Serialized document settings by name. */
  readonly settings: ReadonlyMap<string, string>;
  readonly isPaneVisible: boolean;
  /** The workbook's file name. */
  readonly documentName: string;
}

/** Give the context that Office.js asks for first: ids, languages, settings, requirement sets. */
export function appContextOf(facts: AppContextFacts): JsonObject {
  return {
    _id: facts.addinId,
    _appName: excelOnTheWeb,
    _appVersion: '16.01',
    _appUILocale: facts.locale,
    _dataLocale: facts.locale,
    _docUrl: `https://workbench.invalid/${encodeURIComponent(facts.documentName)}`,
    _clientMode: readWrite,
    _settings: [...facts.settings].map(([name, value]) => [name, value]),
    _reason: 'inserted',
    _osfControlType: taskPane,
    _eToken: '',
    _correlationId: '',
    _appInstanceId: facts.addinId,
    _requirementMatrix: JSON.stringify(facts.requirements),
    _hostFullVersion: '16.0.0.0',
    _appDomains: [],
    _dialogRequirementMatrix: '{}',
    _featureGates: {},
    _initialDisplayMode: facts.isPaneVisible ? displayModes.taskPane : displayModes.hidden,
  };
}
