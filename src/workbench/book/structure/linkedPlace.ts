import type { Hyperlink } from '../types';

/** A place in the workbook is a reference like any other, but written without its equals sign. */
export function rewriteLink(link: Hyperlink, rewritten: (formula: string) => string): void {
  if (link.documentReference !== '') {
    link.documentReference = rewritten(`=${link.documentReference}`).slice(1);
  }
}
