import type { Field } from '../ledger';
import type { ColumnProfile } from './columnProfile';

/** A column can be named like a field and hold something else: then the name counts little. */
const misfit = 0.3;
const emptyFit = 0.7;
const doubtful = 0.75;
/** Labels of months and totals stand among the days of an account. */
const mostParts = 0.7;
const mostSides = 0.9;
/** Words such as `unpaid` stand among days. */
const nearlyAll = 0.9;

/** What kind of content each field has. */
const contentOf: Readonly<Record<Field, (profile: ColumnProfile) => number>> = {
  customer: name,
  customerNumber: code,
  document: code,
  reference: code,
  documentType: type,
  invoiceDate: date,
  invoiceYear: ({ yearShare }) => (yearShare >= mostParts ? 1 : misfit),
  invoiceMonth: ({ monthShare }) => (monthShare >= mostParts ? 1 : misfit),
  invoiceDayOfMonth: ({ dayOfMonthShare }) => (dayOfMonthShare >= mostParts ? 1 : misfit),
  dueDate: date,
  dueYear: ({ yearShare }) => (yearShare >= mostParts ? 1 : misfit),
  dueMonth: ({ monthShare }) => (monthShare >= mostParts ? 1 : misfit),
  dueDayOfMonth: ({ dayOfMonthShare }) => (dayOfMonthShare >= mostParts ? 1 : misfit),
  paidDate: paidDate,
  paidYear: ({ yearShare }) => (yearShare >= mostParts ? 1 : misfit),
  paidMonth: ({ monthShare }) => (monthShare >= mostParts ? 1 : misfit),
  paidDayOfMonth: ({ dayOfMonthShare }) => (dayOfMonthShare >= mostParts ? 1 : misfit),
  contractStart: date,
  contractEnd: date,
  amount: number,
  openAmount: number,
  paidAmount: number,
  debit: number,
  credit: number,
  entrySide: ({ sideShare }) => (sideShare >= mostSides ? 1 : misfit),
  runningBalance: number,
  creditLimit: number,
  exposure: number,
  overdue: number,
  sales: number,
  overdueShare: number,
  oldestDays: number,
  daysBeyondTerms: number,
  delayRate: number,
  dso: number,
  disputedShare: number,
  tenureYears: number,
  currency: currency,
  documentStatus: status,
  paymentStatus: paymentStatus,
  disputed: flag,
  excluded: flag,
  termsDays: terms,
  industry: text,
  region: text,
  salesperson: text,
  rating: text,
  contact: text,
  email: text,
  language: fewTexts,
  guarantee: guarantee,
  insolvent: flag,
  lastReview: date,
  currentAssets: number,
  currentLiabilities: number,
  totalAssets: number,
  totalLiabilities: number,
  workingCapital: number,
  retainedEarnings: number,
  equity: number,
  marketValue: number,
  revenue: number,
  ebit: number,
  operatingCashFlow: number,
  currentRatio: number,
  debtRatio: number,
  cashFlowToDebt: number,
  altmanZ: number,
};

/**
 * Say how well a column's content fits a field: 1 fully, 0.7 when the column is empty, 0.3 when it holds something else.
 *
 * @example fieldFit('dueDate', profileOfNames) //=> 0.3
 */
export function fieldFit(field: Field, profile: ColumnProfile): number {
  return profile.filledCount === 0 ? emptyFit : contentOf[field](profile);
}

function date({ dateShare, packedShare }: ColumnProfile): number {
  return dateShare >= 0.5 || packedShare >= nearlyAll ? 1 : misfit;
}

/** Where only words say that something is paid (`PAID`), a column of statuses is surer of them. */
function paidDate(profile: ColumnProfile): number {
  return profile.paidShare >= 0.5 ? doubtful : date(profile);
}

function number({ numberShare, textDateShare }: ColumnProfile): number {
  return numberShare >= 0.5 && textDateShare < 0.5 ? 1 : misfit;
}

function name({ textShare, wholeShare, textDateShare }: ColumnProfile): number {
  if (textShare >= 0.5) return 1;
  return wholeShare >= 0.8 && textDateShare === 0 ? doubtful : misfit;
}

function code({ textShare, wholeShare, textDateShare }: ColumnProfile): number {
  return textShare + wholeShare >= 0.8 && textDateShare < 0.2 ? 1 : misfit;
}

function text({ textShare }: ColumnProfile): number {
  return textShare >= 0.5 ? 1 : doubtful;
}

function fewTexts({ textShare, distinctCount }: ColumnProfile): number {
  return textShare >= 0.5 && distinctCount <= 20 ? 1 : misfit;
}

/** A column of Dr and Cr, or S and H, says the side of an amount and no kind of document. */
function type(profile: ColumnProfile): number {
  return profile.sideShare >= mostSides ? misfit : fewTexts(profile);
}

function currency({ textShare, distinctCount, longest }: ColumnProfile): number {
  return textShare >= 0.8 && distinctCount <= 30 && longest <= 12 ? 1 : misfit;
}

function flag({ flagShare, distinctCount, numberShare }: ColumnProfile): number {
  if (flagShare >= 0.8) return 1;
  return distinctCount <= 5 && numberShare < 0.5 ? doubtful : misfit;
}

/** Words, or yes and no; a column of 0 and 1 is rather what it is called. */
function paymentStatus(profile: ColumnProfile): number {
  if (profile.numberShare >= 0.5) return profile.flagShare >= 0.8 ? doubtful : misfit;
  return profile.flagShare >= 0.8 ? 1 : status(profile);
}

function status({ textShare }: ColumnProfile): number {
  return textShare >= 0.5 ? 1 : misfit;
}

/** An amount, a yes, or what it is: a letter of credit. */
function guarantee({ textDateShare }: ColumnProfile): number {
  return textDateShare < 0.5 ? 1 : misfit;
}

function terms({ termsShare, dateShare }: ColumnProfile): number {
  return termsShare >= 0.5 && dateShare < 0.5 ? 1 : misfit;
}
