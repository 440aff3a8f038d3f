import { hyperlinkAt } from '../../book/hyperlinks';
import { ApiError } from '../batch/apiError';
import type { Property } from '../batch/modelObject';
import type { SheetArea } from '../sheetArea';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { writeCells } from './cells';
import { asText } from './commonStyle';

const linkColor = '#0563C1';

/** `range.hyperlink`: a place in the workbook, or an outside address. A link is blue and underlined, as Excel makes it. */
export const hyperlink: Property<SheetArea> = {
  get: target => shown(target),
  set: (target, value, session) => {
    const { sheet, area } = target;
    if (value === null) {
      session.book.setHyperlink(sheet, area, null);
      return;
    }
    const { text, ...link } = readLink(value);
    session.book.setHyperlink(sheet, area, link);
    if (text !== null) {
      // A text that begins like a formula is the text of a link all the same.
      writeCells(target, /^[=+\-@']/.test(text) ? `'${text}` : text, session);
    }
    session.book.setStyle(sheet, area, { fontColor: linkColor, underline: true });
  },
};

function shown({ sheet, area }: SheetArea): JsonObject | null {
  const link = hyperlinkAt(sheet, area.row, area.column);
  if (!link) {
    return null;
  }
  const { address, documentReference, screenTip } = link;
  return {
    ...(address === '' ? {} : { address }),
    ...(documentReference === '' ? {} : { documentReference }),
    ...(screenTip === '' ? {} : { screenTip }),
    textToDisplay: sheet.text(area.row, area.column),
  };
}

interface ReadLink {
  readonly address: string;
  readonly documentReference: string;
  readonly screenTip: string;
  readonly text: string | null;
}

function readLink(value: Json): ReadLink {
  if (!isJsonObject(value)) {
    throw new ApiError('InvalidArgument');
  }
  const text = (name: string): string => asText(value[name] ?? '');
  const [address, documentReference] = [text('address'), text('documentReference')];
  if ((address === '') === (documentReference === '')) {
    throw new ApiError('InvalidArgument');
  }
  const shownText = value.textToDisplay ?? null;
  return {
    address,
    documentReference,
    screenTip: text('screenTip'),
    text: shownText === null ? null : asText(shownText),
  };
}
