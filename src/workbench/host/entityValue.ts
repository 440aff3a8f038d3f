/** Entity values of custom functions (Microsoft Learn, "Use cards with entity value data types"), as cards of the book. */
import type { CardProperty, CardSection, EntityCard } from '../book/entityCard';
import { errorFromCode } from '../book/errorValue';
import type { CellValue } from '../book/types';

type Properties = Readonly<Record<string, unknown>>;

/** Read an entity; null for anything else. Without a layout of its own a card lists all properties. */
export function readEntity(value: unknown): EntityCard | null {
  const entity = recordOf(value);
  if (entity.type !== 'Entity') return null;
  const text = textOf(entity.text);
  const properties = recordOf(entity.properties);
  const card = recordOf(recordOf(entity.layouts).card);
  const shownAt = (place: unknown): string => {
    const { property } = recordOf(place);
    return typeof property === 'string' ? textOf(readProperty('', properties[property])?.value) : '';
  };
  return {
    text,
    title: shownAt(card.title) || text,
    subtitle: shownAt(card.subTitle),
    sections: readSections(card.sections, properties),
    provider: textOf(recordOf(entity.provider).description),
  };
}

function readSections(sections: unknown, properties: Properties): CardSection[] {
  const named = (names: readonly unknown[]): CardProperty[] =>
    names.flatMap(name => readProperty(String(name), properties[String(name)]) ?? []);
  const said = listOf(sections).map(section => {
    const { title, properties: names, property } = recordOf(section);
    return { title: textOf(title), properties: named(Array.isArray(names) ? names : [property]) };
  });
  const shown = said.filter(section => section.properties.length > 0);
  return shown.length > 0 ? shown : [{ title: '', properties: named(Object.keys(properties)) }];
}

/** A property's value, whether it stands plainly or as a typed value; null where there is none. */
function readProperty(name: string, said: unknown): CardProperty | null {
  if (typeof said === 'number' || typeof said === 'string' || typeof said === 'boolean') {
    return { name, value: said, numberFormat: 'General' };
  }
  const { type, basicValue, text, numberFormat } = recordOf(said);
  if (type === undefined) return null;
  const value: CellValue = type === 'Entity' ? textOf(text) : basicOf(basicValue, type);
  return { name, value, numberFormat: typeof numberFormat === 'string' ? numberFormat : 'General' };
}

function basicOf(value: unknown, type: unknown): CellValue {
  if (type === 'Error') return errorFromCode(textOf(value)) ?? { error: '#VALUE!' };
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

const recordOf = (value: unknown): Properties =>
  typeof value === 'object' && value !== null ? (value as Properties) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
