/**
 * What understands a sheet, measures and judges its customers. Nothing shows it before somebody presses a button, so it comes
 * after the page's first script.
 */
export { listFitsInSlices } from '../../../risk/join/listFit';
export { statedDay } from '../../../risk/ledger/cells/statedDay';
export { readCustomerListInSlices } from '../../../risk/ledger/customerList/customerList';
export { createLedgerReader } from '../../../risk/ledger/readLedger';
export {
  recogniseAsInSlices,
  recogniseSheetInSlices,
} from '../../../risk/ledger/recognition/recogniseSheet';
export { chooseHeader, remap, switchKind } from '../../../risk/ledger/recognition/remap';
export { measureLedgerInSlices, measureMoreInSlices } from '../../../risk/metrics/customers/customerMetrics';
export { miniatureOf } from '../../../risk/metrics/customers/miniature';
export { assessListInSlices, assessMeasuredInSlices } from '../../../risk/scoring/assess';
