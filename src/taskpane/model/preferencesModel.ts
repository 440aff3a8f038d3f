import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isLanguage, type Language, language, languageOf, setLanguage } from '../../i18n/language';
import type { AmountStyle } from '../../i18n/numbers';

/** Where a reader's choices are kept between two openings of the pane: this machine, never the workbook. */
export interface Keeper {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

export interface PreferencesModel {
  readonly language: typeof language;
  readonly amountStyle: Signal<AmountStyle>;
  /** The three steps of the start were seen, or waved away. */
  readonly isIntroduced: ReadonlySignal<boolean>;
  chooseLanguage(next: Language): void;
  chooseAmountStyle(next: AmountStyle): void;
  introduce(isIntroduced: boolean): void;
}

const languageKey = 'tiercel.language';
const amountStyleKey = 'tiercel.amounts';
const introducedKey = 'tiercel.introduced';

/** Create the reader's preferences: the language of Office until they chose another. */
export function createPreferencesModel(officeLocale: string, keeper: Keeper): PreferencesModel {
  const keptLanguage = keeper.get(languageKey);
  setLanguage(isLanguage(keptLanguage) ? keptLanguage : languageOf(officeLocale));
  const amountStyle = signal<AmountStyle>(keeper.get(amountStyleKey) === 'full' ? 'full' : 'short');

  const isIntroduced = signal(keeper.get(introducedKey) === 'yes');

  return {
    language,
    amountStyle,
    isIntroduced,
    chooseLanguage: next => {
      setLanguage(next);
      keeper.set(languageKey, next);
    },
    chooseAmountStyle: next => {
      amountStyle.value = next;
      keeper.set(amountStyleKey, next);
    },
    introduce: next => {
      isIntroduced.value = next;
      keeper.set(introducedKey, next ? 'yes' : 'no');
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
