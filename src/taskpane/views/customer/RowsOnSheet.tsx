import { texts } from '../../../i18n/catalogue';
import { usePane } from '../../paneContext';

/** Excel takes a selection of several areas only up to a length of address; beyond about so many rows the rest may be left out. */
const surelySelected = 400;

/** Say what was selected on the sheet for this customer, or why Excel would not. */
export function RowsOnSheet({ customer, rowCount }: { customer: number; rowCount: number }) {
  const { rowSelection } = usePane();
  const { customer: words, problem, sentence } = texts();
  const selection = rowSelection.current.value;
  const isThisOne = selection !== null && selection.customer === customer;

  return (
    <p class="rowsOnSheet small" role="status">
      {isThisOne && selection.state === 'selecting' && words.selecting}
      {isThisOne &&
        selection.state === 'selected' &&
        (rowCount > surelySelected ? words.manyRows(rowCount) : words.rows(rowCount))}
      {isThisOne && selection.state === 'refused' && (
        <>
          <strong>{sentence(problem[selection.problem.key].title)} </strong>
          {problem[selection.problem.key].advice}
        </>
      )}
    </p>
  );
}
