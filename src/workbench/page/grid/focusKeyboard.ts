/** Puts the keyboard back on the sheet. */
export function focusKeyboard(): void {
  document.querySelector<HTMLTextAreaElement>('.cell-editor')?.focus({ preventScroll: true });
}
