import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatDate, formatNumber } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import { allItems } from '../../model/collect/collectCases';
import type { LetterItem } from '../../wording/letterWords';
import type { CaseProps } from './caseProps';

/** So many are read in a pane; the rest is in the letter. */
const itemsShown = 50;

/** Beside three columns of figures a longer number would go over many lines of a narrow pane. */
const longestBeside = 16;

/** The open items of a customer, oldest first. */
export function CaseItems({ collecting, found }: CaseProps) {
  const words = textsOf(collectTexts);
  const items = allItems(collecting, found.customer);
  const shown = items.slice(0, itemsShown);
  const nameOf = ({ document, dueDay }: LetterItem): string =>
    document || (Number.isNaN(dueDay) ? words.statedSum : words.letterWords.unnamed);
  const isAbove = shown.some(item => nameOf(item).length > longestBeside);
  const { is1904 } = collecting.tiering.block;
  return (
    <div class="block">
      <h3>{words.items}</h3>
      <table class={`collectItems small ${isAbove ? 'isNumberAbove' : ''}`}>
        <thead>
          <tr>
            {!isAbove && <th scope="col">{words.invoiceNo}</th>}
            <th scope="col">{words.dueDate}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        {isAbove ? (
          shown.map((item, index) => (
            <tbody key={index} class={look(item)}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {nameOf(item)}
                </th>
              </tr>
              <tr>
                <Figures item={item} is1904={is1904} />
              </tr>
            </tbody>
          ))
        ) : (
          <tbody>
            {shown.map((item, index) => (
              <tr key={index} class={look(item)}>
                <td>{nameOf(item)}</td>
                <Figures item={item} is1904={is1904} />
              </tr>
            ))}
          </tbody>
        )}
      </table>
      {items.length > itemsShown && <p class="quiet small">{words.moreItems(items.length - itemsShown)}</p>}
    </div>
  );
}

const look = ({ days }: LetterItem): string => (days > 0 ? '' : 'quiet');

function Figures({ item, is1904 }: { item: LetterItem; is1904: boolean }) {
  const { dueDay, days, amount } = item;
  const language = currentLanguage();
  return (
    <>
      <td class="number">{formatDate(dueDay, is1904, language)}</td>
      <td class="number">{days > 0 ? days : '–'}</td>
      <td>
        <span class="number">{formatNumber(amount, language, 2)}</span>
      </td>
    </>
  );
}
