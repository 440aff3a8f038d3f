/** Zero-based columns of the table. */
export const invoiceColumns = { invoiceDate: 4, dueDate: 5, amount: 6, openAmount: 7, paidDate: 8 } as const;
