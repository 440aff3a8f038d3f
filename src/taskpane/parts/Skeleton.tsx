import './skeleton.css';

/** The shape of the answer while it is being read, so that nothing jumps when it comes. */
export const AnswerSkeleton = () => (
  <div class="skeleton" aria-hidden="true">
    <span class="skeletonNumber" />
    <span class="skeletonLine" />
    <span class="skeletonBar" />
    {[88, 46, 30, 18].map(width => (
      <Line key={width} width={width} />
    ))}
    <Rows count={5} />
  </div>
);

/** The shape of a layer while its code is on its way: a heading, what it says, and its rows. */
export const LayerSkeleton = () => (
  <div class="skeleton ofLayer" aria-hidden="true">
    {[46, 88, 72].map(width => (
      <Line key={width} width={width} />
    ))}
    <Rows count={6} />
  </div>
);

/** The shape of a note of a few lines while its code is on its way; who listens hears that it is loading. */
export const NoteSkeleton = ({ label }: { label: string }) => (
  <>
    <span class="onlyHeard">{label}</span>
    <div class="skeleton ofNote" aria-hidden="true">
      {[92, 64].map(width => (
        <Line key={width} width={width} />
      ))}
    </div>
  </>
);

const Line = ({ width }: { width: number }) => (
  <span class="skeletonLine" style={{ inlineSize: `${width}%` }} />
);

const Rows = ({ count }: { count: number }) => (
  <>
    {Array.from({ length: count }, (_, row) => (
      <span key={row} class="skeletonRow">
        <span class="skeletonMark" />
        <span class="skeletonLine" />
      </span>
    ))}
  </>
);
