import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatNumber } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import { allItems } from '../../model/collect/collectCases';
import type { CaseProps } from './caseProps';

/** So many are read in a pane; the rest is in the letter. */
const itemsShown = 50;

/** The open items of a customer, oldest first. */
export function CaseItems({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const items = allItems(collecting, found.customer);
  const date = (serial: number): string => formatDate(serial, collecting.tiering.block.is1904, language);
  return (
    <div class="block">
      <h3>{words.items}</h3>
      <table class="collectItems small">
        <thead>
          <tr>
            <th scope="col">{words.invoiceNo}</th>
            <th scope="col">{words.dueDate}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, itemsShown).map(({ document, dueDay, days, amount }, index) => (
            <tr key={index} class={days > 0 ? '' : 'quiet'}>
              <td>{document || (Number.isNaN(dueDay) ? words.statedSum : words.letterWords.unnamed)}</td>
              <td class="number">{date(dueDay)}</td>
              <td class="number">{days > 0 ? days : '–'}</td>
              <td>
                <span class="number">{formatNumber(amount, language, 2)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > itemsShown && <p class="quiet small">{words.moreItems(items.length - itemsShown)}</p>}
    </div>
  );
}
