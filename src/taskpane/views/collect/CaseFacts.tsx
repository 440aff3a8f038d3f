import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { howComputedTexts } from '../../../i18n/figures/howComputed';
import { currentLanguage } from '../../../i18n/language';
import { formatAmount, formatDate, formatNumber } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import { type Collecting, stepsOf, textFor } from '../../model/collect/collectCases';
import { CustomerNumberLine } from '../../parts/CustomerNumber';
import { HowComputed } from '../../parts/HowComputed';
import { sourceColumns } from '../../wording/sourceColumns';
import type { CaseProps } from './caseProps';
import { stepWords } from './stepWords';

const writeMoney = ({ tiering }: Collecting, amount: number): string =>
  `${tiering.currency} ${formatAmount(amount, currentLanguage())}`.trim();

/** Whom to ask, what is owed, which steps were and will be taken, and what is left out of it. */
export function CaseFacts({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const { metrics } = collecting.tiering.assessment.table;
  const credits = Math.abs(metrics.unappliedCredits[found.customer]);
  const disputed = metrics.disputed[found.customer];
  const said = (['contact', 'email', 'salesperson'] as const)
    .map(field => textFor(collecting, field, found.customer))
    .filter(text => text !== '');
  return (
    <>
      <CustomerNumberLine table={collecting.tiering.assessment.table} customer={found.customer} />
      {said.length > 0 && <p class="quiet small collectSaid">{said.join(texts().phraseSeparator)}</p>}
      <Figures collecting={collecting} found={found} />
      <Steps collecting={collecting} found={found} />
      {credits > 0 && <p class="quiet small">{words.creditsKept(writeMoney(collecting, credits))}</p>}
      {disputed > 0 && <p class="quiet small">{words.disputedLeftOut(writeMoney(collecting, disputed))}</p>}
    </>
  );
}

function Figures({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const how = textsOf(howComputedTexts);
  const language = currentLanguage();
  const { tiering } = collecting;
  const overdue = writeMoney(collecting, found.overdue);
  return (
    <ul class="collectFacts">
      <li>
        <HowComputed
          note={[words.how.overdue, words.how.order].join(texts().sentenceSeparator)}
          worked={words.how.worked(overdue, formatAmount(found.moneyDays, language))}
          source={sourceColumns('overdue', tiering)}
        >
          <span>{words.overdue}</span> <span class="number">{overdue}</span>
        </HowComputed>
      </li>
      {found.step >= 0 && (
        <li>
          <HowComputed note={how.stepAmount} source={sourceColumns('overdue', tiering)}>
            <span>{words.stepAmount}</span> <span class="number">{writeMoney(collecting, found.amount)}</span>
          </HowComputed>
        </li>
      )}
      {found.oldestDays > 0 && (
        <li>
          <HowComputed note={how.note('oldestDays')} source={sourceColumns('oldestDays', tiering)}>
            <span>{words.days}</span> <span class="number">{formatNumber(found.oldestDays, language)}</span>
          </HowComputed>
        </li>
      )}
    </ul>
  );
}

function Steps({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const date = (serial: number): string => formatDate(serial, collecting.tiering.block.is1904, language);
  const phrases = (...said: readonly string[]): string => said.join(texts().phraseSeparator);
  const next = stepsOf(collecting)[found.step];
  const last = stepsOf(collecting)[found.lastStep];
  const isBroken = found.promise === 'broken';
  return (
    <dl class="collectFacts">
      <div>
        <dt class="quiet">{words.nextStep}</dt>
        <dd>
          {next === undefined ? words.allTaken : phrases(next.name[language], stepWords(collecting, found))}
        </dd>
      </div>
      <div>
        <dt class="quiet">{words.lastStep}</dt>
        <dd>{last === undefined ? words.noneYet : phrases(last.name[language], date(found.lastDay))}</dd>
      </div>
      {found.promise !== 'none' && (
        <div>
          <dt class="quiet">{words.promise}</dt>
          <dd class={isBroken ? 'collectBroken' : ''}>
            {isBroken
              ? words.promiseBroken(date(found.promiseDay))
              : words.openPromise(date(found.promiseDay))}
          </dd>
        </div>
      )}
    </dl>
  );
}
