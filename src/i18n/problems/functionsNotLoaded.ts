import { partTexts } from '../bilingual';

/** What a formula says whose code did not come; the catalogue of problems comes with that code. */
export const functionsNotLoadedTexts = partTexts({
  en: 'The functions of Tiercel did not load. Check the network, then calculate again (Ctrl+Alt+F9).',
  zh: 'Tiercel 函数未能加载。请检查网络，然后重新计算（Ctrl+Alt+F9）。',
});
