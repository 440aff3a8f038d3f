import { texts } from '../../i18n/catalogue';
import './tierMark.css';

interface TierMarkProps {
  /** The tier's letter; `''` for a customer without a score. */
  readonly letter: string;
  /** 0 for the best tier … 1 for the worst, whatever the policy calls them. */
  readonly rank: number;
  readonly size?: number;
  /** The mark repeats what stands beside it in words. */
  readonly isDecoration?: boolean;
}

/** A shape a tier, so that it can be told without its colour: circle, square, hexagon, octagon as on a stop sign. */
const shapes = [
  { name: 'best', path: 'M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21Z' },
  { name: 'good', path: 'M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z' },
  { name: 'fair', path: 'M12 .6 22.2 12 12 23.4 1.8 12Z' },
  { name: 'poor', path: 'M7.4 1.5h9.2l5.9 5.9v9.2l-5.9 5.9H7.4l-5.9-5.9V7.4Z' },
] as const;

const circle = shapes[0].path;

/** Give the name of a tier's colour and shape from its rank: `best`, `good`, `fair`, `poor`, or `none` without a score. */
export const tierLook = (letter: string, rank: number): string =>
  letter === '' ? 'none' : shapes[Math.round(rank * (shapes.length - 1))].name;

/** Give the rank of the tier at an index among so many tiers. */
export const tierRank = (index: number, tierCount: number): number =>
  tierCount < 2 ? 0 : Math.min(1, index / (tierCount - 1));

/** Show a tier as its letter in a shape. */
export function TierMark({ letter, rank, size = 24, isDecoration = false }: TierMarkProps) {
  const shape = letter === '' ? null : shapes[Math.round(rank * (shapes.length - 1))];
  return (
    <span class="tierMarkBox">
      <svg
        class={`tierMark ${shape?.name ?? 'none'}`}
        viewBox="0 0 24 24"
        width={size}
        height={size}
        aria-hidden="true"
      >
        <path d={shape?.path ?? circle} />
        <text x="12" y="12" text-anchor="middle" dominant-baseline="central">
          {letter === '' ? '–' : letter}
        </text>
      </svg>
      {!isDecoration && <span class="onlyHeard">{texts().tier.name(letter)} </span>}
    </span>
  );
}
