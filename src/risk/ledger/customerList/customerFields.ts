/** What each column of a customer list holds: the one list of its fields, in the order a user sees them. */
const customerFieldContents = {
  customer: 'name',
  customerNumber: 'text',
  exposure: 'money',
  /** Balances of the credit side in a column of their own, and the side of each balance where a column says it. */
  credit: 'money',
  entrySide: 'side',
  overdue: 'money',
  overdueShare: 'share',
  oldestDays: 'number',
  daysBeyondTerms: 'number',
  delayRate: 'share',
  sales: 'money',
  dso: 'number',
  disputedShare: 'share',
  creditLimit: 'money',
  termsDays: 'terms',
  contractStart: 'date',
  contractEnd: 'date',
  guarantee: 'guarantee',
  lastReview: 'date',
  tenureYears: 'number',
  insolvent: 'insolvent',
  excluded: 'excluded',
  rating: 'text',
  currentAssets: 'money',
  currentLiabilities: 'money',
  totalAssets: 'money',
  totalLiabilities: 'money',
  workingCapital: 'money',
  retainedEarnings: 'money',
  equity: 'money',
  marketValue: 'money',
  /** The customer's own sales to everybody, from its statements; `sales` are ours to the customer. */
  revenue: 'money',
  ebit: 'money',
  operatingCashFlow: 'money',
  currentRatio: 'number',
  debtRatio: 'share',
  cashFlowToDebt: 'share',
  altmanZ: 'number',
  industry: 'text',
  region: 'text',
  salesperson: 'text',
  contact: 'text',
  email: 'text',
  language: 'text',
  currency: 'currency',
} as const;

/** What a column of a customer list can mean. */
export type CustomerField = keyof typeof customerFieldContents;

/** How the cells of a field are read. */
export type CustomerContent = (typeof customerFieldContents)[CustomerField];

type TextContent = 'text' | 'currency';

type FieldWith<Content extends CustomerContent> = {
  [Field in CustomerField]: (typeof customerFieldContents)[Field] extends Content ? Field : never;
}[CustomerField];

export type CustomerText = FieldWith<TextContent>;
export type CustomerNumber = FieldWith<Exclude<CustomerContent, TextContent | 'name'>>;

/** Every field a customer list's column can mean. */
export const customerFields = Object.keys(customerFieldContents) as readonly CustomerField[];

/** Say how the cells of a field are read. */
export const contentOf = (field: CustomerField): CustomerContent => customerFieldContents[field];

const isText = (field: CustomerField): field is CustomerText =>
  contentOf(field) === 'text' || contentOf(field) === 'currency';

/** Columns that are text. */
export const customerTexts: readonly CustomerText[] = customerFields.filter(isText);

/** Columns that are numbers: money in currency units, shares 0–1, days, years, dates as serial days, flags as 1 and 0. */
export const customerNumbers: readonly CustomerNumber[] = customerFields.filter(
  (field): field is CustomerNumber => field !== 'customer' && !isText(field),
);

/** Make a record of something for each of some fields. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  read: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map(key => [key, read(key)])) as Record<Key, Value>;
}
