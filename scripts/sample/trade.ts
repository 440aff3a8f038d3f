/** Two years of trade with 400 customers: who orders what, who pays when, and who is getting worse. */
import { type Company, inventCompanies } from './companyNames';
import { Random } from './random';

export const customerCount = 400;
const invoiceCount = 12_000;

/** 30 June 2024, 1 July 2022 and days between, as Excel counts them. */
export const asOf = 45_473;
const firstDay = 44_743;

/** How a customer pays: days after due, how that spreads, and what two years add to it. */
interface Habit {
  readonly lateDays: number;
  readonly spread: number;
  readonly worsening: number;
  readonly disputes: number;
  /** The last day of business, for those who left. */
  readonly lastDay: number;
}

export interface Customer extends Company {
  readonly number: string;
  readonly salesperson: string;
  readonly termsDays: number;
  readonly creditLimit: number;
  readonly contractStart: number;
  /** Null for customers without a contract. */
  readonly contractEnd: number | null;
}

export interface Invoice {
  readonly customer: Customer;
  readonly number: string;
  readonly type: 'Invoice' | 'Credit note';
  readonly invoiceDate: number;
  readonly dueDate: number;
  readonly amount: number;
  readonly openAmount: number;
  readonly paidDate: number | null;
  readonly isDisputed: boolean;
}

export interface Trade {
  readonly customers: readonly Customer[];
  readonly invoices: readonly Invoice[];
}

const salespeople = ['王芳', '李伟', '陈静', '赵磊', 'Emma Clarke', 'Daniel Ortiz', '周敏', 'Sofia Brandt'];
const duplicateCount = 6;
/** The share of everything owed that the largest customer owes. */
const largestShare = 0.15;

export function inventTrade(seed: number): Trade {
  const random = new Random(seed);
  const companies = inventCompanies(customerCount, random);
  const sizes = companies.map(() => Math.exp(random.normal(0, 0.9)));
  const habits = companies.map((_, index) => inventHabit(index, random));
  const terms = companies.map(() => random.pick([30, 30, 30, 45, 45, 60, 60, 90]));
  const orders = countOrders(sizes, habits);

  const drafts = companies.map((_, index) =>
    inventInvoices(orders[index], sizes[index], habits[index], terms[index], random),
  );
  enlargeFirst(drafts);

  const customers = companies.map((company, index) =>
    inventTermsOfTrade(company, index, terms[index], drafts[index], random),
  );
  return { customers, invoices: numbered(customers, drafts, random) };
}

/** The largest pays late but pays; then prompt, slow, worsening, distressed and lost customers. */
function inventHabit(index: number, random: Random): Habit {
  const none = { lateDays: 0, spread: 3, worsening: 0, disputes: 0.004, lastDay: asOf };
  if (index === 0) return { ...none, lateDays: 9, spread: 8, worsening: 12 };
  const kind = random.next();
  if (kind < 0.46) return { ...none, lateDays: random.normal(-3, 2), spread: 4 };
  if (kind < 0.74) return { ...none, lateDays: random.normal(9, 4), spread: 9, disputes: 0.012 };
  if (kind < 0.88)
    return {
      ...none,
      lateDays: random.normal(3, 3),
      spread: 8,
      worsening: random.normal(45, 12),
      disputes: 0.02,
    };
  if (kind < 0.95)
    return {
      ...none,
      lateDays: random.normal(45, 12),
      spread: 25,
      worsening: random.normal(60, 20),
      disputes: 0.05,
    };
  return { ...none, lateDays: random.normal(6, 4), spread: 8, lastDay: asOf - random.whole(120, 420) };
}

/** Orders by size: the larger order more often as well as more; the first customer weekly. */
function countOrders(sizes: readonly number[], habits: readonly Habit[]): number[] {
  const wanted = invoiceCount - duplicateCount;
  const weights = sizes.map((size, index) => {
    const active = (habits[index].lastDay - firstDay) / (asOf - firstDay);
    return index === 0 ? 4 : Math.sqrt(size) * active;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const orders = weights.map(weight => Math.max(3, Math.floor((weight / total) * wanted)));
  for (let index = 0; orders.reduce((sum, count) => sum + count, 0) < wanted; index++)
    orders[index % orders.length]++;
  for (let index = 0; orders.reduce((sum, count) => sum + count, 0) > wanted; index++) {
    const place = index % orders.length;
    if (orders[place] > 3) orders[place]--;
  }
  return orders;
}

interface Draft {
  readonly type: Invoice['type'];
  readonly invoiceDate: number;
  readonly dueDate: number;
  amount: number;
  openAmount: number;
  readonly paidDate: number | null;
  readonly isDisputed: boolean;
}

function inventInvoices(
  count: number,
  size: number,
  habit: Habit,
  termsDays: number,
  random: Random,
): Draft[] {
  return Array.from({ length: count }, () => {
    const invoiceDate = workday(random.whole(firstDay, habit.lastDay));
    return random.chance(0.018)
      ? inventCreditNote(invoiceDate, size, random)
      : inventInvoice(invoiceDate, termsDays, size, habit, random);
  });
}

function inventInvoice(
  invoiceDate: number,
  termsDays: number,
  size: number,
  habit: Habit,
  random: Random,
): Draft {
  const dueDate = invoiceDate + termsDays;
  const amount = roundedMoney(size * 9_000 * Math.exp(random.normal(0, 0.6)));
  const isDisputed = random.chance(habit.disputes * 2);
  const progress = (invoiceDate - firstDay) / (asOf - firstDay);
  const dispute = isDisputed ? random.whole(30, 150) : 0;
  const late =
    Math.round(random.normal(habit.lateDays + habit.worsening * progress ** 2, habit.spread)) + dispute;
  const paidDate = workday(Math.max(dueDate + late, invoiceDate + 2));
  const common = { type: 'Invoice' as const, invoiceDate, dueDate, amount };
  if (paidDate <= asOf) return { ...common, openAmount: 0, paidDate, isDisputed };
  const isPartlyPaid = dueDate < asOf && random.chance(0.08);
  const openAmount = isPartlyPaid ? roundedMoney(amount * random.pick([0.3, 0.5, 0.7])) : amount;
  return { ...common, openAmount, paidDate: null, isDisputed: isDisputed && dueDate < asOf + 30 };
}

/** A credit is taken up within weeks, or lies there unapplied. */
function inventCreditNote(invoiceDate: number, size: number, random: Random): Draft {
  const amount = -roundedMoney(size * 9_000 * 0.25 * Math.exp(random.normal(0, 0.5)));
  const takenUp = workday(invoiceDate + random.whole(5, 60));
  const isOpen = takenUp > asOf || random.chance(0.05);
  return {
    type: 'Credit note',
    invoiceDate,
    dueDate: invoiceDate,
    amount,
    openAmount: isOpen ? amount : 0,
    paidDate: isOpen ? null : takenUp,
    isDisputed: false,
  };
}

/** Make the first customer too large: scale its amounts until it owes its share of everything. */
function enlargeFirst(drafts: readonly Draft[][]): void {
  const owed = (list: readonly Draft[]) => list.reduce((sum, draft) => sum + draft.openAmount, 0);
  const [first, ...others] = drafts as [Draft[], ...Draft[][]];
  const wanted = (others.reduce((sum, list) => sum + owed(list), 0) * largestShare) / (1 - largestShare);
  const factor = wanted / owed(first);
  for (const draft of first) {
    const isOpen = draft.openAmount !== 0;
    const wasPartlyPaid = isOpen && draft.openAmount !== draft.amount;
    draft.openAmount = roundedMoney(draft.openAmount * factor);
    draft.amount = isOpen && !wasPartlyPaid ? draft.openAmount : roundedMoney(draft.amount * factor);
  }
}

function inventTermsOfTrade(
  company: Company,
  index: number,
  termsDays: number,
  drafts: readonly Draft[],
  random: Random,
): Customer {
  const lastYear = drafts.filter(draft => draft.invoiceDate > asOf - 365);
  const monthlySales = lastYear.reduce((sum, draft) => sum + draft.amount, 0) / 12;
  const months = random.pick([1.5, 2, 2.5, 3, 3, 4, 5]) * (termsDays / 45 + 0.4);
  // One in twenty-five has no limit, as in every ledger.
  const creditLimit = random.chance(0.04)
    ? 0
    : Math.max(20_000, Math.round((monthlySales * months) / 10_000) * 10_000);
  const contractStart = firstDay - random.whole(-200, 2_400);
  return {
    ...company,
    number: `C${String(10_001 + index * 7)}`,
    salesperson: random.pick(salespeople),
    termsDays,
    creditLimit,
    contractStart,
    contractEnd: inventContractEnd(random),
  };
}

/** Most run on; some end within three months, some have ended, a few never had one. */
function inventContractEnd(random: Random): number | null {
  const kind = random.next();
  if (kind < 0.05) return asOf - random.whole(1, 120);
  if (kind < 0.13) return asOf + random.whole(1, 90);
  return kind < 0.18 ? null : asOf + random.whole(120, 900);
}

/** Put all invoices in order of their date, number them, and enter a few a second time. */
function numbered(
  customers: readonly Customer[],
  drafts: readonly (readonly Draft[])[],
  random: Random,
): Invoice[] {
  const invoices = drafts
    .flatMap((list, index) => list.map(draft => ({ ...draft, customer: customers[index] })))
    .sort((first, second) => first.invoiceDate - second.invoiceDate);
  const counts = { Invoice: 0, 'Credit note': 0 };
  const all: Invoice[] = invoices.map(draft => ({
    ...draft,
    number: `${draft.type === 'Invoice' ? 'INV' : 'CN'}-${String(++counts[draft.type]).padStart(5, '0')}`,
  }));
  for (let copied = 0; copied < duplicateCount; copied++) {
    const place = random.whole(4_000, 11_500);
    all.splice(place + random.whole(1, 30), 0, all[place]);
  }
  return all;
}

/** Invoices and payments fall on weekdays: serial day 7 is a Saturday, 8 a Sunday. */
function workday(day: number): number {
  const weekday = day % 7;
  if (weekday === 0) return day - 1;
  return weekday === 1 ? day - 2 : day;
}

const roundedMoney = (amount: number): number => Math.round(amount * 100) / 100;
