/** Show an icon in the colour of the text beside it; the words say what it means, so readers aloud skip it. */
export const Icon = ({ source, class: className = '' }: { source: string; class?: string }) => (
  <span
    class={`icon ${className}`}
    aria-hidden="true"
    // The text of an icon that was built in, never anything read.
    dangerouslySetInnerHTML={{ __html: source }}
  />
);
