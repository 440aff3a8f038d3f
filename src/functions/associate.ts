/**
 * Excel must find every function as soon as the page is loaded, and calls them at once; their code is most of the add-in's. So each id
 * is answered from the start, and what answers it is fetched beside the pane: the first formulas wait for it, all later ones are synchronous.
 */
import { textsOf } from '../i18n/bilingual';
import { functionsNotLoadedTexts } from '../i18n/problems/functionsNotLoaded';
import type { DateSystem } from '../risk/ledger/ledger';
import { functionIds } from './functionIds';
import type { Implementations } from './functions';

type Fetch = () => Promise<{
  readonly customFunctions: Implementations;
  setDateSystem(system: DateSystem): void;
}>;
type Implementation = (...given: unknown[]) => unknown;

const fetchFunctions: Fetch = () => import('./functions');

/** An Excel that does not say how it counts its days keeps no formula waiting: nearly all workbooks count from 1900. */
const longestWait = 3_000;

function inTime(told: Promise<void>): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, longestWait);
    void told.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Tell Excel which code answers which function; call it once Office.js is loaded and before Office is ready.
 *
 * @param dateSystem How the workbook counts its days; the first formulas wait for it, too.
 * @param fetch Where the code comes from. What did not come is fetched again by the next formula.
 */
export function associateFunctions(
  dateSystem: Promise<DateSystem> = Promise.resolve(1900),
  fetch: Fetch = fetchFunctions,
): void {
  const asked = dateSystem.catch((): DateSystem => 1900);
  let loaded: Implementations | null = null;
  let loading: Promise<Implementations> | null = null;

  async function load(): Promise<Implementations> {
    try {
      const { customFunctions, setDateSystem } = await fetch();
      await inTime(asked.then(setDateSystem));
      loaded = customFunctions;
      return loaded;
    } catch {
      loading = null;
      throw new CustomFunctions.Error(
        CustomFunctions.ErrorCode.notAvailable,
        textsOf(functionsNotLoadedTexts),
      );
    }
  }

  const whenLoaded = (): Promise<Implementations> => {
    loading ??= load();
    return loading;
  };

  for (const id of functionIds) {
    const call = (functions: Implementations, given: unknown[]) =>
      (functions[id] as Implementation)(...given);
    CustomFunctions.associate(id, (...given: unknown[]) =>
      loaded === null ? whenLoaded().then(functions => call(functions, given)) : call(loaded, given),
    );
  }
  // Nobody waits for it yet; a formula that does is told why it does not come.
  whenLoaded().catch(() => {});
}
