import { useMemo } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { customerDetailTexts } from '../../../i18n/pane/customerDetail';
import { metricMeasure } from '../../../risk/metrics/table/metricMeasures';
import type { Assessment } from '../../../risk/scoring/assessment';
import { type TierMove, tierMovers } from '../../../risk/scoring/tierMovers';
import { TierMark, tierRank } from '../../parts/TierMark';
import { writeMove } from '../../wording/moveWords';

interface TierMoverListProps {
  readonly assessment: Assessment;
  readonly customer: number;
}

/** How far each factor alone would have to go to move the customer's tier, for better and for worse. */
export function TierMoverList({ assessment, customer }: TierMoverListProps) {
  const words = textsOf(customerDetailTexts);
  const { table, scores, policy } = assessment;
  const movers = useMemo(
    () => tierMovers(table, scores, policy, customer),
    [table, scores, policy, customer],
  );
  const tier = scores.tier[customer];
  const letter = policy.tiers[tier]?.letter;
  if (letter === undefined) return null;
  const language = currentLanguage();
  const held = movers.heldBy.map(knockOut => policy.knockOuts[knockOut].name[language]);
  const isBest = tier === 0;
  const isWorst = tier === policy.tiers.length - 1;
  const list = (direction: 'up' | 'down') => (
    <MoveList assessment={assessment} moves={movers[direction]} direction={direction} />
  );
  return (
    <>
      {held.length > 0 && <p>{words.heldBy(held.join(texts().listSeparator))}</p>}
      {!isBest &&
        (movers.up.some(move => move !== null) ? (
          <>
            <p class="small quiet">{words.lifts(letter)}</p>
            {list('up')}
          </>
        ) : (
          <p class="quiet">{words.noLift}</p>
        ))}
      {!isWorst &&
        (movers.down.some(move => move !== null) ? (
          <>
            <p class="small quiet">{words.drops(letter)}</p>
            {list('down')}
          </>
        ) : (
          <p class="quiet">{words.noDrop}</p>
        ))}
    </>
  );
}

interface MoveListProps {
  readonly assessment: Assessment;
  readonly moves: readonly (TierMove | null)[];
  readonly direction: 'up' | 'down';
}

function MoveList({ assessment: { policy }, moves, direction }: MoveListProps) {
  const words = textsOf(customerDetailTexts);
  const language = currentLanguage();
  return (
    <ul class="tierMoves">
      {moves.map((move, index) => {
        const factor = policy.factors[index];
        const { name, metric } = factor;
        if (move === null || metric === null) return null;
        const { from, to } = writeMove(move, direction, factor, metricMeasure[metric], language);
        return (
          <li key={name.en}>
            <span class="tierMoveName">{name[language]}</span>
            <span class="number">
              {Number.isNaN(move.from) ? words.moveUnknown(to) : words.move(from, to)}
            </span>
            <TierMark
              letter={policy.tiers[move.tier]?.letter ?? ''}
              rank={tierRank(move.tier, policy.tiers.length)}
              size={20}
            />
          </li>
        );
      })}
    </ul>
  );
}
