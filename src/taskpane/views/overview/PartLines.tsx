import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { parts } from '../parts';

/** What parts have to say on the overview, fetched once the answer stands; the overview does not wait for it, nor miss it. */
export function PartLines() {
  const [lines, setLines] = useState<readonly ComponentType[]>([]);
  useEffect(() => {
    let isThere = true;
    for (const { onOverview } of parts) {
      onOverview?.().then(
        Line => {
          if (isThere) setLines(before => [...before, Line]);
        },
        () => undefined,
      );
    }
    return () => {
      isThere = false;
    };
  }, []);
  return (
    <>
      {lines.map((Line, index) => (
        <Line key={index} />
      ))}
    </>
  );
}
