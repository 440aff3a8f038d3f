import type { Tiering } from './tiering';

/** Customers are numbered anew by every tiering; the same one is the one of the same name. */
export function sameNameIn(before: Tiering | null, now: Tiering): (customer: number) => number | undefined {
  let places: ReadonlyMap<string, number> | null = null;
  return customer => {
    // Mostly nobody is looked for: no customer is open.
    places ??= new Map(now.assessment.table.customers.map((name, customer) => [name, customer]));
    return places.get(before?.assessment.table.customers[customer] ?? '');
  };
}
