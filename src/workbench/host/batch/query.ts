import type { Session } from '../session';
import type { Json, JsonObject } from '../wire/json';
import { notImplemented } from './apiError';
import type { ModelObject } from './modelObject';

/** What `load` asks for. Paths are as the developer wrote them: `format/fill/color`, `rowCount`. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/**
 * Answer a query about an object: only the properties that were asked for, so that Office.js itself
 * refuses to read the others. Without a selection every plain property is meant, as in Excel.
 */
export function answerQuery(object: ModelObject, query: QueryInfo, session: Session): JsonObject {
  return answer(object, wishOf(query), query, session);
}

/** The selected paths as a tree. `everything` asks for all plain properties of that level. */
interface Wish {
  /** As the developer wrote it; the tree itself does not tell cases apart. */
  readonly name: string;
  everything: boolean;
  readonly parts: Map<string, Wish>;
}

function wishOf(query: QueryInfo): Wish {
  const root = newWish('');
  const paths = [...(query.Select ?? []), ...(query.Expand ?? [])];
  for (const path of paths) {
    addPath(root, path);
  }
  root.everything ||= paths.length === 0;
  return root;
}

function newWish(name: string): Wish {
  return { name, everything: false, parts: new Map() };
}

function addPath(root: Wish, path: string): void {
  let wish = root;
  for (const step of path.split(/[/.]/)) {
    if (step === '*' || step === '$all') {
      wish.everything = true;
      return;
    }
    if (step === '$none' || step === '') {
      return;
    }
    const name = step.toLowerCase();
    const next = wish.parts.get(name) ?? newWish(step);
    wish.parts.set(name, next);
    wish = next;
  }
}

function answer(object: ModelObject, wish: Wish, query: QueryInfo, session: Session): JsonObject {
  return object.isCollection
    ? answerCollection(object, wish, query, session)
    : answerObject(object, wish, session);
}

function answerObject(object: ModelObject, wish: Wish, session: Session): JsonObject {
  const result: Record<string, Json> = { ...object.identity(session) };
  if (wish.everything) {
    for (const name of object.propertyNames) {
      result[name] = object.read(name, session);
    }
  }
  for (const part of wish.parts.values()) {
    const property = object.propertyName(part.name);
    if (property) {
      result[property] = object.read(property, session);
    } else {
      result[objectNameOf(object, part.name)] = answerPart(object, part, session);
    }
  }
  return result;
}

function answerPart(object: ModelObject, part: Wish, session: Session): Json {
  const inner = object.open(part.name, session);
  const wholeObject = part.parts.size === 0;
  return inner && answer(inner, wholeObject ? { ...part, everything: true } : part, {}, session);
}

/** Properties of the collection itself (`count`) are answered on it, all others on each item. */
function answerCollection(object: ModelObject, wish: Wish, query: QueryInfo, session: Session): JsonObject {
  const result: Record<string, Json> = { ...object.identity(session) };
  const itemWish: Wish = { ...wish, parts: new Map() };
  for (const [name, part] of wish.parts) {
    const property = object.propertyName(name);
    if (property) {
      result[property] = object.read(property, session);
    } else {
      itemWish.parts.set(name, part);
    }
  }
  const isOnlyAboutItself = !itemWish.everything && itemWish.parts.size === 0 && wish.parts.size > 0;
  if (isOnlyAboutItself) {
    return result;
  }
  const skip = query.Skip ?? 0;
  const items = object.items(session).slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  return { ...result, _Items: items.map(item => answer(item, itemWish, {}, session)) };
}

function objectNameOf(object: ModelObject, name: string): string {
  const wireName = object.objectName(name);
  if (!wireName) {
    throw notImplemented(object.describe(name));
  }
  return wireName;
}
