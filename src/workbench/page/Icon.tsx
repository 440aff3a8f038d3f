/** A Fluent icon that takes the colour of the text around it; it says nothing to a screen reader. */
export function Icon({ source }: { readonly source: string }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: source }} />;
}
