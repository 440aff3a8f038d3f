/** Links on cells, as elements of a worksheet part: outside addresses are relationships of the part. */
import { formatAddress, parseArea } from '../book/address';
import type { Book, Hyperlink, Sheet } from '../book/types';
import type { Relationship } from './workbookParts';
import { attribute, attributes, child, children, type XmlNode } from './xml';

export function fillHyperlinks(
  book: Book,
  sheet: Sheet,
  node: XmlNode,
  relationships: readonly Relationship[],
): void {
  for (const each of children(child(node, 'hyperlinks'), 'hyperlink')) {
    const area = parseArea(attribute(each, 'ref') ?? '');
    const target = relationships.find(({ id }) => id === attribute(each, 'id'))?.target ?? '';
    const location = attribute(each, 'location') ?? '';
    if (!area || (target === '' && location === '')) continue;
    book.setHyperlink(sheet, area, {
      // A place inside an outside document is part of its address.
      address: target !== '' && location !== '' ? `${target}#${location}` : target,
      documentReference: target === '' ? location : '',
      screenTip: attribute(each, 'tooltip') ?? '',
    });
  }
}

export interface WrittenLinks {
  readonly element: string;
  /** Outside addresses by relationship id. */
  readonly targets: readonly { readonly id: string; readonly target: string }[];
}

export function writeHyperlinks(links: readonly Hyperlink[]): WrittenLinks {
  const targets: { id: string; target: string }[] = [];
  const elements = links.map(({ area, address, documentReference, screenTip }) => {
    const id = address === '' ? undefined : `link${targets.length + 1}`;
    if (id) targets.push({ id, target: address });
    return `<hyperlink${attributes({
      ref: formatAddress(area),
      'r:id': id,
      location: documentReference || undefined,
      tooltip: screenTip || undefined,
    })}/>`;
  });
  return {
    element: elements.length > 0 ? `<hyperlinks>${elements.join('')}</hyperlinks>` : '',
    targets,
  };
}
