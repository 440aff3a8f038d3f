/** Windows hands a mail program no longer links than this; a longer one is cut or not opened at all. */
const longestLink = 2_000;

const oneAddress = /^[^\s@,;:<>()[\]"\\?&]+@[^\s@,;:<>()[\]"\\?&]+$/;

export interface MailLink {
  readonly href: string;
  /** False where the link would be too long with the text: it then carries the subject only. */
  readonly hasText: boolean;
}

/** Tell whether a text is one mail address, and nothing that could add recipients or headers to a link. */
export const isMailAddress = (text: string): boolean => oneAddress.test(text.trim());

/**
 * Make the link that opens a mail.
 *
 * @param address Left out where it is no address.
 * @example mailLink('ap@acme.example', 'Overdue', 'Please pay.').href //=> 'mailto:ap@acme.example?subject=Overdue&body=Please%20pay.'
 */
export function mailLink(address: string, subject: string, text: string): MailLink {
  const to = isMailAddress(address) ? encodeURIComponent(address.trim()).replaceAll('%40', '@') : '';
  const short = `mailto:${to}?subject=${encodeURIComponent(wellFormed(subject))}`;
  // RFC 6068: lines of a body end in CR LF.
  const body = encodeURIComponent(wellFormed(text).replaceAll(/\r?\n/g, '\r\n'));
  const whole = `${short}&body=${body}`;
  return whole.length <= longestLink ? { href: whole, hasText: true } : { href: short, hasText: false };
}

/** Half of a character pair, cut off in a cell, makes encodeURIComponent throw. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
