import type { Bilingual } from '../policy';

/** Names of the policy's rows by their number, not by their bounds: a name with bounds in it would be wrong as soon as they are changed. */
export const numberedNames = {
  bucket: number => ({ en: `Bucket ${number}`, zh: `第 ${number} 档` }),
  age: number => ({ en: `Age ${number}`, zh: `第 ${number} 段` }),
  step: number => ({ en: `Step ${number}`, zh: `步骤 ${number}` }),
  factor: number => ({ en: `Factor ${number}`, zh: `因素 ${number}` }),
} as const satisfies Readonly<Record<string, (number: number) => Bilingual>>;
