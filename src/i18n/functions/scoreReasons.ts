import { partTexts } from '../bilingual';

/** Why a score or its tier is not better, as RISKSCORE says it in a cell. */
export const scoreReasonTexts = partTexts<{
  readonly capped: (knockOut: string, letter: string) => string;
  readonly lost: (factor: string, points: string) => string;
  readonly lostWithoutData: (factor: string, points: string) => string;
}>({
  en: {
    capped: (knockOut, letter) => `${knockOut}: tier ${letter} at best`,
    lost: (factor, points) => `${factor} −${points}`,
    lostWithoutData: (factor, points) => `${factor} −${points} (no data)`,
  },
  zh: {
    capped: (knockOut, letter) => `${knockOut}：最高 ${letter} 级`,
    lost: (factor, points) => `${factor} −${points}`,
    lostWithoutData: (factor, points) => `${factor} −${points}（无数据）`,
  },
});
