const dayMilliseconds = 86_400_000;
/** Excel has a 29 February 1900: from the day after it on its days agree with the calendar's. */
const lastDayBeforeLeap = 60;

/**
 * The serial number of a date that a file writes as ISO text, a time of day alone as one of 31 December 1899; null for other text.
 *
 * @example isoSerial('2024-03-05T12:00:00.000', false) //=> 45356.5
 */
export function isoSerial(text: string, date1904: boolean): number | null {
  const time = Date.parse(
    /(?:T|Z|[+-]\d\d:\d\d)/.test(text) ? `${text.replace(/Z$/, '')}Z` : `${text}T00:00:00Z`,
  );
  if (Number.isNaN(time)) return null;
  if (date1904) return time / dayMilliseconds + 24_107;
  const serial = time / dayMilliseconds + 25_569;
  return serial <= lastDayBeforeLeap ? serial - 1 : serial;
}
