import type { LetterForm } from '../../risk/collection/letterTable';

const signature = `Yours sincerely,

{ourCompany}
Accounts receivable: {ourContact}
Phone: {ourPhone}
E-mail: {ourEmail}
{ourAddress}`;

const account = `Bank: {ourBank}
Account: {ourAccount}`;

const heading = `{date}

{customer}
Customer no. {customerNumber}
Attention: {contact}

Dear Sir or Madam,
`;

/** Letters of the default policy's steps; each is firmer than the one before. */
export const englishLetters: readonly LetterForm[] = [
  {
    step: 'reminder',
    language: 'en',
    payWithin: 0,
    subject: '{customer}: invoices falling due, {amount}',
    text: `${heading}
# Invoices falling due

This is a friendly reminder that the following invoices fall due shortly. Together they come to {amount}.

{invoices}

Credits of {credits} on your account are not set off against invoices yet and not deducted here. Please tell us which invoices they are for.

If payment is already on its way, please disregard this note. If anything about these invoices is unclear, please let us know before they fall due.

${account}

${signature}`,
  },
  {
    step: 'mail',
    language: 'en',
    payWithin: 7,
    subject: '{customer}: overdue invoices, {amount}',
    text: `${heading}
# Overdue invoices

According to our records as of {asOf}, the following invoices are past their due date. The overdue amount is {amount}.

{invoices}

Credits of {credits} on your account are not set off against invoices yet and not deducted here. Please tell us which invoices they are for.

This may simply have been overlooked. Please pay by {payBy}, or tell us if you have a question about any of these invoices. If you have paid in the meantime, please accept our thanks.

${account}

${signature}`,
  },
  {
    step: 'phone',
    language: 'en',
    payWithin: 7,
    subject: 'Call to {customer}: {amount} overdue',
    text: `# Before the call
Customer: {customer}
Customer no.: {customerNumber}
Ask for: {contact}
Overdue as of {asOf}: {amount}, oldest {oldestDays} days
Credits not deducted: {credits}
Last contact: {lastStep} on {lastDate}
Promised before: {promiseAmount} by {promiseDate}

{invoices}

# Opening
"Good morning, this is {ourContact} of {ourCompany}."
"I am calling about {amount} that is overdue. The number of invoices is {invoiceCount}. Do you have your records in front of you?"

# Find out why
"Is there anything about these invoices that keeps you from paying?"
If disputed: note the invoice and the reason, promise an answer by a date, and mark the invoice as disputed on the sheet.
If lost: send the copies today and agree on a date now.
If short of money: ask what can be paid today, and when the rest. Agree on amounts and dates.

# Get a commitment
"Can you pay {amount} by {payBy}?"
"Who releases the payment, and on which day does it leave your bank?"

# Close
Repeat amount, date and name of the person. "I will confirm this by e-mail."
Record the promise in Tiercel before the next call.`,
  },
  {
    step: 'secondNotice',
    language: 'en',
    payWithin: 7,
    subject: 'SECOND NOTICE: {customer}, {amount} overdue',
    text: `${heading}
# Second notice of overdue payment

The following invoices remain unpaid as of {asOf}. The overdue amount is {amount}; the oldest invoice is {oldestDays} days past due.
We last wrote or spoke to you on {lastDate} ({lastStep}), without result.
You promised payment of {promiseAmount} by {promiseDate}. We have not received it.

{invoices}

Credits of {credits} on your account are not set off against invoices yet and not deducted here.

Please pay the full amount by {payBy}. If you dispute any invoice, tell us in writing by the same day, stating the reason; the undisputed part remains payable.

We may have to deliver further orders against prepayment only for as long as the amount is open.

${account}

${signature}`,
  },
  {
    step: 'finalNotice',
    language: 'en',
    payWithin: 10,
    subject: 'FINAL NOTICE before legal action: {customer}, {amount}',
    text: `${heading}
# Final notice before legal action

As of {asOf} you owe us {amount} for the invoices below, the oldest of which is {oldestDays} days past due.
We last wrote or spoke to you on {lastDate} ({lastStep}), without result.
You promised payment of {promiseAmount} by {promiseDate}. We have not received it.

{invoices}

Credits of {credits} on your account are not set off against invoices yet and not deducted here.

We demand payment of {amount} in full by {payBy}, received in our account on that day.

If the amount is not received by then, we will suspend deliveries and hand the claim over for legal collection without further notice. We reserve the right to claim late payment interest and the costs of collection, as far as contract and law provide for them.

This letter is sent without prejudice to any of our rights.

${account}

${signature}`,
  },
  {
    step: 'legal',
    language: 'en',
    payWithin: 0,
    subject: 'Hand-over for legal collection: {customer}, {amount}',
    text: `{date}

To: Legal counsel
From: {ourCompany}
Prepared by: {ourContact}
Phone: {ourPhone}

# Hand-over of a claim for legal collection

Debtor: {customer}
Customer no.: {customerNumber}
Contact at the debtor: {contact}
Claim as of {asOf}: {amount}, number of invoices: {invoiceCount}, oldest {oldestDays} days past due
Credits not deducted, to be set off first: {credits}
Broken promise: {promiseAmount} by {promiseDate}

# Invoices
{invoices}

# What was done so far
{history}

# Enclosed, please check before filing
1. Contract or orders, with terms of payment and delivery
2. Invoices and proof that they were received
3. Delivery notes or acceptance records
4. Statements of account and confirmed balances
5. Notices sent, with proof of dispatch and delivery
6. Guarantees or retention of title, if any

Please advise on the period of limitation, late payment interest and provisional measures.`,
  },
];
