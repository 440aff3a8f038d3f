import { customerNames, ledgerNames } from './fieldNames';

/** Shorter ones may be words of their own. */
const shortest = 6;

const names = new Set([...Object.values(ledgerNames), ...Object.values(customerNames)].flat());

const nameOf: ReadonlyMap<string, string> = new Map(
  [...names]
    .filter(name => name.includes(' '))
    .map(name => [name.replaceAll(' ', ''), name] as const)
    .filter(([inOne]) => inOne.length >= shortest && !names.has(inOne)),
);

/**
 * Give the words of a header that databases write as one (`invoicedate`, `CUSTOMERNAME`); others as they are.
 *
 * @example inWords('lastpaymentdate') //=> 'last payment date'
 */
export const inWords = (header: string): string => nameOf.get(header) ?? header;
