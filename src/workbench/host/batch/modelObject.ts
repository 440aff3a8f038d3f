import type { Session } from '../session';
import type { Json, JsonObject } from '../wire/json';
import { notImplemented } from './apiError';
import type { CallArguments } from './callArguments';

/** What a method gives: an object of the model, a plain value, nothing; `null` is an object that does not exist. */
export type Outcome = ModelObject | Json | undefined;

/** A method of a class. Most change something and give nothing back. */
// biome-ignore lint/suspicious/noConfusingVoidType: a method that ends without a value is meant, not the type undefined.
export type Method<T> = (target: T, args: CallArguments, session: Session) => Outcome | void;

export interface Property<T> {
  get(target: T, session: Session): Json;
  /** Absent for a read-only property. */
  set?(target: T, value: Json, session: Session): void;
}

/** One class of the Excel object model as a table. Names are as on the wire: `Values`, `GetRange`. */
export interface ObjectClass<T> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Names under which Office.js sets a property when it differs from the one under which it loads it. */
  readonly setNames?: Readonly<Record<string, string>>;
  /** Properties that are objects themselves. */
  readonly objects?: Readonly<Record<string, (target: T, session: Session) => ModelObject | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** A collection's item by the key the add-in has: a name, or the id that an item carries. */
  readonly item?: (target: T, args: CallArguments, session: Session) => ModelObject | null;
  /** The items of a collection; absent for a class that is none. */
  readonly items?: (target: T, session: Session) => readonly ModelObject[];
  /** Properties that go with every answer about the object, so that the add-in can find it again. */
  readonly identity?: (target: T, session: Session) => JsonObject;
  /** Methods whose names are not known in advance (worksheet functions). */
  readonly anyMethod?: (target: T, name: string, args: CallArguments, session: Session) => Outcome;
}

/** An object that the add-in holds: a class and what it stands for in the book. */
export class ModelObject {
  private constructor(
    readonly className: string,
    /** What it stands for; `targetOf` gives it with its type. */
    readonly target: unknown,
    private readonly members: Members,
  ) {}

  static of<T>(table: ObjectClass<T>, target: T): ModelObject {
    return new ModelObject(table.name, target, membersOf(table));
  }

  get isCollection(): boolean {
    return this.members.items !== undefined;
  }

  /** Names of the plain properties, as on the wire. */
  get propertyNames(): readonly string[] {
    return this.members.propertyNames;
  }

  /** The wire name of a plain property, whatever its case, or undefined. */
  propertyName(name: string): string | undefined {
    return this.members.propertyName.get(name.toLowerCase());
  }

  /** The wire name of a property that is an object, whatever its case, or undefined. */
  objectName(name: string): string | undefined {
    return this.members.objectName.get(name.toLowerCase());
  }

  read(name: string, session: Session): Json {
    const property = this.members.properties[this.propertyName(name) ?? ''];
    if (!property) {
      throw this.missing(name);
    }
    return property.get(this.target, session);
  }

  write(name: string, value: Json, session: Session): void {
    const loadName = this.members.setNames?.[name] ?? this.propertyName(name) ?? '';
    const set = this.members.properties[loadName]?.set;
    if (!set) {
      throw this.missing(name);
    }
    set(this.target, value, session);
  }

  open(name: string, session: Session): ModelObject | null {
    const object = this.members.objects[this.objectName(name) ?? ''];
    if (!object) {
      throw this.missing(name);
    }
    return object(this.target, session);
  }

  call(name: string, args: CallArguments, session: Session): Outcome {
    const method = this.members.methods[name];
    if (method) {
      return method(this.target, args, session) ?? null;
    }
    if (this.members.anyMethod && !name.startsWith('_')) {
      return this.members.anyMethod(this.target, name, args, session);
    }
    throw this.missing(name);
  }

  item(args: CallArguments, session: Session): ModelObject | null {
    if (!this.members.item) {
      throw this.missing('getItem');
    }
    return this.members.item(this.target, args, session);
  }

  items(session: Session): readonly ModelObject[] {
    return this.members.items?.(this.target, session) ?? [];
  }

  identity(session: Session): JsonObject {
    return this.members.identity?.(this.target, session) ?? {};
  }

  /** The member's name as a developer writes it: `Range.getPivotTables`. */
  describe(member: string): string {
    return `${this.className}.${camelCase(member)}`;
  }

  private missing(member: string): Error {
    return notImplemented(this.describe(member));
  }
}

/** Name of a member in JavaScript: `GetRange` is `getRange`, `_RegisterDataChangedEvent` stays. */
export function camelCase(wireName: string): string {
  return wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

interface Members {
  readonly properties: Readonly<Record<string, Property<unknown>>>;
  readonly propertyNames: readonly string[];
  readonly propertyName: ReadonlyMap<string, string>;
  readonly setNames?: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, (target: unknown, session: Session) => ModelObject | null>>;
  readonly objectName: ReadonlyMap<string, string>;
  readonly methods: Readonly<Record<string, Method<unknown>>>;
  readonly item?: (target: unknown, args: CallArguments, session: Session) => ModelObject | null;
  readonly items?: (target: unknown, session: Session) => readonly ModelObject[];
  readonly identity?: (target: unknown, session: Session) => JsonObject;
  readonly anyMethod?: (target: unknown, name: string, args: CallArguments, session: Session) => Outcome;
}

const known = new WeakMap<object, Members>();

function membersOf<T>(table: ObjectClass<T>): Members {
  let members = known.get(table);
  if (!members) {
    // The one place that forgets T: a ModelObject is only ever made with the target that its table asks for.
    const open = table as unknown as ObjectClass<unknown>;
    const propertyNames = Object.keys(open.properties ?? {});
    members = {
      ...open,
      properties: open.properties ?? {},
      objects: open.objects ?? {},
      methods: open.methods ?? {},
      propertyNames,
      propertyName: byLowerCase(propertyNames),
      objectName: byLowerCase(Object.keys(open.objects ?? {})),
    };
    known.set(table, members);
  }
  return members;
}

function byLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map(name => [name.toLowerCase(), name]));
}
