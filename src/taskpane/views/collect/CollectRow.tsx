import chosenIcon from '@fluentui/svg-icons/icons/checkbox_checked_20_filled.svg';
import openIcon from '@fluentui/svg-icons/icons/checkbox_unchecked_20_regular.svg';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, type MoneyUnit } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { type Collecting, stepsOf } from '../../model/collect/collectCases';
import { CustomerNumber } from '../../parts/CustomerNumber';
import { Icon } from '../../parts/Icon';
import { Money } from '../../parts/Money';
import { channelIcons } from './channelIcons';
import { stepWords } from './stepWords';

interface CollectRowProps {
  readonly collecting: Collecting;
  readonly found: CollectionCase;
  readonly unit: MoneyUnit;
  /** Undefined where rows are opened rather than chosen. */
  readonly isChosen: boolean | undefined;
}

/** One customer of the worklist: how it is reached next, why, and with how much. */
export function CollectRow({ collecting, found, unit, isChosen }: CollectRowProps) {
  const words = textsOf(collectTexts);
  const { tiering } = collecting;
  const { table } = tiering.assessment;
  const step = stepsOf(collecting)[found.step];
  const date = (serial: number): string => formatDate(serial, tiering.block.is1904, currentLanguage());
  const isBroken = found.promise === 'broken';
  const promise = isBroken
    ? words.promiseBroken(date(found.promiseDay))
    : words.promisedBy(date(found.promiseDay));
  const facts = [
    step === undefined ? words.allTaken : step.name[currentLanguage()],
    // One reason has room beside the step: the promise, how late it is, or when the step is due.
    found.promise !== 'none'
      ? promise
      : found.dueOn <= tiering.asOf.serial && found.oldestDays > 0
        ? words.oldest(found.oldestDays)
        : stepWords(collecting, found),
  ].filter(fact => fact !== '');
  const why = facts.join(texts().phraseSeparator);
  const icon =
    isChosen === undefined ? channelIcons[step?.channel ?? 'legal'] : isChosen ? chosenIcon : openIcon;
  return (
    <>
      <Icon source={icon} class={isChosen ? 'collectChosen' : 'quiet'} />
      <span class="collectText">
        <span class="collectName">{table.customers[found.customer]}</span>
        <span class={`collectWhy small ${isBroken ? 'collectBroken' : 'quiet'}`} title={why}>
          <CustomerNumber table={table} customer={found.customer} />
          {why}
        </span>
      </span>
      <Money amount={found.overdue > 0 ? found.overdue : found.amount} unit={unit} class="collectAmount" />
    </>
  );
}
