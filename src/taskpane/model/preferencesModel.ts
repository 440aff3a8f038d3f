import { type Signal, signal } from '@preact/signals';
import { type Language, language, languageOf, setLanguage } from '../../i18n/language';
import type { AmountStyle } from '../../i18n/numbers';

/** Where a reader's choices are kept between two openings of the pane: this machine, never the workbook. */
export interface Keeper {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

export interface PreferencesModel {
  readonly language: typeof language;
  readonly amountStyle: Signal<AmountStyle>;
  chooseLanguage(next: Language): void;
  chooseAmountStyle(next: AmountStyle): void;
}

const languageKey = 'tiercel.language';
const amountStyleKey = 'tiercel.amounts';

/** Create the reader's preferences: the language of Office until they chose another. */
export function createPreferencesModel(officeLocale: string, keeper: Keeper): PreferencesModel {
  const keptLanguage = keeper.get(languageKey);
  setLanguage(keptLanguage === 'en' || keptLanguage === 'zh' ? keptLanguage : languageOf(officeLocale));
  const amountStyle = signal<AmountStyle>(keeper.get(amountStyleKey) === 'full' ? 'full' : 'short');

  return {
    language,
    amountStyle,
    chooseLanguage: next => {
      setLanguage(next);
      keeper.set(languageKey, next);
    },
    chooseAmountStyle: next => {
      amountStyle.value = next;
      keeper.set(amountStyleKey, next);
    },
  };
}

/** The browser's own storage; where a host forbids it, choices last as long as the pane. */
export function browserKeeper(): Keeper {
  const forgotten = new Map<string, string>();
  return {
    get: key => {
      try {
        return window.localStorage.getItem(key);
      } catch {
        return forgotten.get(key) ?? null;
      }
    },
    set: (key, value) => {
      try {
        window.localStorage.setItem(key, value);
      } catch {
        forgotten.set(key, value);
      }
    },
  };
}
