/**
 * Copy a text from a field of the page. Excel on the web frames the pane without the right to write the clipboard by itself; the old command
 * copies what is selected there all the same.
 *
 * @returns False where neither is allowed; the field's text is then selected for the user to copy.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return document.execCommand?.('copy') ?? false;
  }
}
