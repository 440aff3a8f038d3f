import { isJsonObject, type Json, type JsonObject } from './wire/json';

/** The settings as `Office.context.document.settings.refreshAsync` reads them. */
export function settingsForAddin(settings: ReadonlyMap<string, string>): JsonObject {
  return { Settings: [...settings].map(([name, value]) => ({ Name: name, Value: value })) };
}

/** Take over what `Office.context.document.settings.saveAsync` sends: all settings, so that removed ones go. */
export function saveSettings(settings: Map<string, string>, data: Json): void {
  const request = isJsonObject(data) ? data.DdaSettingsMethod : null;
  const properties = isJsonObject(request) ? request.Properties : null;
  if (!Array.isArray(properties)) {
    return;
  }
  settings.clear();
  for (const pair of properties as readonly Json[]) {
    const [name, value] = Array.isArray(pair) ? (pair as readonly Json[]) : [];
    if (typeof name === 'string' && typeof value === 'string') {
      settings.set(name, value);
    }
  }
}
