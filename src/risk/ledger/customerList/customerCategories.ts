/** What is said of customers in words by which they are filtered and grouped, by a customer list or in the rows of a ledger. */
export const customerCategories = ['salesperson', 'region', 'industry'] as const;

export type CustomerCategory = (typeof customerCategories)[number];

/** What the rows of a ledger say of their customers in words. */
export const saidInLedgers = ['customerNumber', ...customerCategories] as const;

export type SaidInLedgers = (typeof saidInLedgers)[number];
