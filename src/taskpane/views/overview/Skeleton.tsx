/** The shape of the answer while it is being read, so that nothing jumps when it comes. */
export const Skeleton = () => (
  <div class="skeleton" aria-hidden="true">
    <span class="skeletonNumber" />
    <span class="skeletonLine" />
    <span class="skeletonBar" />
    {[88, 46, 30, 18].map(width => (
      <span key={width} class="skeletonLine" style={{ inlineSize: `${width}%` }} />
    ))}
    {[1, 2, 3, 4, 5].map(row => (
      <span key={row} class="skeletonRow">
        <span class="skeletonMark" />
        <span class="skeletonLine" />
      </span>
    ))}
  </div>
);
