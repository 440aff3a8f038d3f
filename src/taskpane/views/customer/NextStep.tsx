import { useEffect, useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { howComputedTexts } from '../../../i18n/figures/howComputed';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatMoney, moneyUnit } from '../../../i18n/numbers';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import type { Tiering } from '../../model/ledger/tiering';
import { createNextStepModel } from '../../model/nextStepModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Button } from '../../parts/Button';
import { HowComputed } from '../../parts/HowComputed';
import { sourceColumns } from '../../wording/sourceColumns';
import { parts } from '../parts';

/** What is done next to collect what a customer owes, and what was done last. */
export function NextStep({ tiering, customer }: { tiering: Tiering; customer: number }) {
  const pane = usePane();
  const model = usePart(createNextStepModel);
  const words = textsOf(customerDetailTexts);
  useEffect(() => void model.look(), []);
  const found = useMemo(() => model.caseOf(customer), [tiering, customer, model.log.value]);
  if (found === null) return <p class="quiet">{words.nothingToCollect}</p>;
  const language = currentLanguage();
  const { assessment, block } = tiering;
  const { steps } = assessment.policy;
  const date = (serial: number): string => formatDate(serial, block.is1904, language);
  const when = (): string => {
    if (found.dueOn === assessment.asOf) return words.stepToday;
    return found.dueOn < assessment.asOf
      ? words.stepDue(date(found.dueOn))
      : words.stepFrom(date(found.dueOn));
  };
  const step = steps[found.step];
  const about = formatMoney(found.amount, moneyUnit(found.amount, 'full', language), language);
  return (
    <>
      {step === undefined ? (
        <p>{words.allSteps}</p>
      ) : (
        <HowComputed note={textsOf(howComputedTexts).stepAmount} source={sourceColumns('overdue', tiering)}>
          <span>
            <strong>{step.name[language]}</strong> {when()}
          </span>
          <span class="quiet number">{words.stepAbout(about)}</span>
        </HowComputed>
      )}
      {found.promise === 'open' && <p>{words.promised(date(found.promiseDay))}</p>}
      {found.promise === 'broken' && <p>{words.promiseBroken(date(found.promiseDay))}</p>}
      {steps[found.lastStep] !== undefined && (
        <p class="quiet small">{words.lastStep(steps[found.lastStep].name[language], date(found.lastDay))}</p>
      )}
      {parts.some(({ name }) => name === 'collect') && (
        <Button class="customerCollect" onClick={() => pane.layers.open({ kind: 'part', part: 'collect' })}>
          {words.openCollect}
        </Button>
      )}
    </>
  );
}
