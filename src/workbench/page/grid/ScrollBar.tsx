/** A scroll bar of our own: a million rows are longer than the tallest element a browser can scroll. */
import { useRef } from 'preact/hooks';

interface ScrollBarProps {
  readonly orientation: 'vertical' | 'horizontal';
  readonly label: string;
  /** Pixels of the sheet. */
  readonly position: number;
  readonly farthest: number;
  /** How much of the sheet is in sight, in pixels. */
  readonly room: number;
  onScroll(position: number): void;
}

const smallestThumb = 28;

export function ScrollBar({ orientation, label, position, farthest, room, onScroll }: ScrollBarProps) {
  const track = useRef<HTMLDivElement>(null);
  const isVertical = orientation === 'vertical';
  const share = room / (room + farthest || 1);
  const thumb = `max(${smallestThumb}px, ${(share * 100).toFixed(3)}%)`;
  const part = farthest > 0 ? Math.min(1, position / farthest) : 0;
  const along = `calc((100% - ${thumb}) * ${part.toFixed(6)})`;

  const grab = (event: PointerEvent): void => {
    event.preventDefault();
    const box = track.current!.getBoundingClientRect();
    const length = isVertical ? box.height : box.width;
    const thumbLength = Math.max(smallestThumb, share * length);
    const at = (moved: PointerEvent): number =>
      isVertical ? moved.clientY - box.top : moved.clientX - box.left;
    const thumbStart = (length - thumbLength) * part;
    const isOnThumb = at(event) >= thumbStart && at(event) <= thumbStart + thumbLength;
    const grip = isOnThumb ? at(event) - thumbStart : thumbLength / 2;
    const reach = farthest;
    const follow = (moved: PointerEvent): void =>
      onScroll(((at(moved) - grip) / Math.max(1, length - thumbLength)) * reach);
    const release = (): void => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', release);
      document.documentElement.classList.remove('is-dragging');
    };
    if (!isOnThumb) follow(event);
    document.documentElement.classList.add('is-dragging');
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', release);
  };

  return (
    <div
      ref={track}
      class={`scroll-bar scroll-bar-${orientation}`}
      role="scrollbar"
      tabIndex={-1}
      aria-label={label}
      aria-controls="sheet"
      aria-orientation={orientation}
      aria-valuemin={0}
      aria-valuemax={Math.round(farthest)}
      aria-valuenow={Math.round(position)}
      onPointerDown={grab}
    >
      <div
        class="scroll-thumb"
        style={isVertical ? { height: thumb, top: along } : { width: thumb, left: along }}
      />
    </div>
  );
}
