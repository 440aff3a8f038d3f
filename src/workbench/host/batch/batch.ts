import type { Session } from '../session';
import type { Json, JsonObject } from '../wire/json';
import { ApiError, toApiError } from './apiError';
import { type Argument, CallArguments } from './callArguments';
import { camelCase, ModelObject, type Outcome } from './modelObject';
import { answerQuery, type QueryInfo } from './query';
import { required } from './required';

/** What the add-in sends with one `context.sync()`. */
export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** Same shape as the arguments: the object path an argument stands for, 0 for a plain value. */
  readonly ReferencedObjectPathIds?: readonly PathIds[];
}

type PathIds = number | readonly PathIds[];

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

const actionTypes = { instantiate: 1, query: 2, call: 3, setProperty: 4, trace: 5 } as const;

const pathTypes = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  item: 5,
  reference: 6,
  nothing: 7,
} as const;

/** Where a batch finds its objects: the workbook, and the services that the add-in makes by name. */
export interface Roots {
  readonly root: ModelObject;
  service(name: string): ModelObject;
}

/** Read the body of a batch; null when it is none. */
export function parseBatch(body: string): BatchRequest | null {
  try {
    const batch = JSON.parse(body) as Partial<BatchRequest>;
    return Array.isArray(batch.Actions) && batch.ObjectPaths ? (batch as BatchRequest) : null;
  } catch {
    return null;
  }
}

/** Whether a batch is about the workbook, rather than about a service such as the results of custom functions. */
export function concernsWorkbook(request: BatchRequest): boolean {
  return !Object.values(request.ObjectPaths).some(path => path.ObjectPathType === pathTypes.newObject);
}

/** Whether a batch only gives back references: Office.js sends one after every `Excel.run`. */
export function isHousekeeping(request: BatchRequest): boolean {
  return request.Actions.every(
    action => action.ActionType === actionTypes.instantiate || action.Name === '_RemoveReference',
  );
}

/**
 * Do the actions of a batch in order and give the body of the answer. The first action that fails ends the
 * batch; what was done before stays done, as in Excel, and the error says which action and member it was.
 */
export function runBatch(request: BatchRequest, roots: Roots, session: Session): JsonObject {
  const batch = new Batch(request.ObjectPaths, roots, session);
  const results: Json[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: batch.run(action) });
    } catch (thrown) {
      const error = describeError(toApiError(thrown), index, batch.locationOf(action));
      return { Results: results, ProcessedResults: true, TraceIds: traceIds, Error: error };
    }
    if (action.ActionType === actionTypes.trace) {
      traceIds.push(action.Id);
    }
  }
  return { Results: results, ProcessedResults: true, TraceIds: traceIds };
}

function describeError(error: ApiError, actionIndex: number, location: string): JsonObject {
  return {
    Code: error.code,
    Message: error.message,
    HttpStatusCode: error.httpStatusCode,
    ActionIndex: actionIndex,
    Location: location,
  };
}

class Batch {
  private readonly resolved = new Map<number, ModelObject | null>();

  constructor(
    private readonly paths: Readonly<Record<string, ObjectPath>>,
    private readonly roots: Roots,
    private readonly session: Session,
  ) {}

  run(action: Action): Json {
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return this.identify(this.object(action.ObjectPathId));
      case actionTypes.query:
        return this.query(action);
      case actionTypes.call:
        return this.call(action);
      case actionTypes.setProperty:
        return this.setProperty(action);
      case actionTypes.trace:
        return null;
      default:
        throw new ApiError('NotImplemented', `NotImplemented: action type ${action.ActionType}`);
    }
  }

  /** `Worksheet.getRange`: the member that an action (or the path it creates) is about. */
  locationOf(action: Action): string {
    if (action.ActionType !== actionTypes.instantiate) {
      const owner = this.resolved.get(action.ObjectPathId);
      const member = action.ActionType === actionTypes.query ? 'load' : action.Name;
      return owner ? owner.describe(member) : camelCase(member);
    }
    const path = this.paths[action.ObjectPathId];
    const owner = this.resolved.get(path?.ParentObjectPathId ?? -1);
    const member = path?.ObjectPathType === pathTypes.item ? 'GetItem' : (path?.Name ?? '');
    return owner ? owner.describe(member) : camelCase(member);
  }

  /** Enough of an object for the add-in to find it again; null for one that does not exist. */
  private identify(object: ModelObject | null): Json {
    if (!object) {
      return null;
    }
    const referenceId = this.session.references.idOf(object);
    const identity = object.identity(this.session);
    return referenceId ? { ...identity, _ReferenceId: referenceId } : identity;
  }

  private query(action: Action): Json {
    const object = this.object(action.ObjectPathId);
    return object && answerQuery(object, action.QueryInfo ?? {}, this.session);
  }

  private call(action: Action): Json {
    if (action.Name === '_KeepReference') {
      return this.keepReference(action.ObjectPathId);
    }
    const object = this.existing(action.ObjectPathId);
    const outcome = object.call(action.Name, this.argumentsOf(action.ArgumentInfo), this.session);
    return outcome instanceof ModelObject ? this.identify(outcome) : (outcome ?? null);
  }

  /** Office.js keeps every range it makes, also one that turns out not to exist. */
  private keepReference(pathId: number): null {
    const object = this.object(pathId);
    if (object) {
      this.session.references.keep(object);
    }
    return null;
  }

  private setProperty(action: Action): Json {
    const object = this.existing(action.ObjectPathId);
    object.write(action.Name, action.ArgumentInfo?.Arguments?.[0] ?? null, this.session);
    return null;
  }

  private existing(pathId: number): ModelObject {
    return required(this.object(pathId));
  }

  /** Each path is followed once a batch: a method that creates something must not run twice. */
  private object(pathId: number): ModelObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) {
      return known;
    }
    const path = this.paths[pathId];
    if (!path) {
      throw new ApiError('InvalidArgument');
    }
    const object = this.follow(path);
    this.resolved.set(pathId, object);
    return object;
  }

  private follow(path: ObjectPath): ModelObject | null {
    switch (path.ObjectPathType) {
      case pathTypes.root:
        return this.roots.root;
      case pathTypes.newObject:
        return this.roots.service(path.Name);
      case pathTypes.reference:
        return this.session.references.get(path.Name);
      case pathTypes.nothing:
        return null;
    }
    const parent = this.object(path.ParentObjectPathId ?? -1);
    return parent && this.followFrom(parent, path);
  }

  private followFrom(parent: ModelObject, path: ObjectPath): ModelObject | null {
    switch (path.ObjectPathType) {
      case pathTypes.property:
        return parent.open(path.Name, this.session);
      case pathTypes.item:
        return required(parent.item(this.argumentsOf(path.ArgumentInfo), this.session));
      case pathTypes.method:
        return asObject(parent.call(path.Name, this.argumentsOf(path.ArgumentInfo), this.session));
      default:
        throw new ApiError('NotImplemented', `NotImplemented: object path type ${path.ObjectPathType}`);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): CallArguments {
    const values = info?.Arguments ?? [];
    const pathIds = info?.ReferencedObjectPathIds ?? [];
    return new CallArguments(values.flatMap((value, index) => this.argument(value, pathIds[index])));
  }

  /** A list of objects (arguments of a worksheet function) is spread: nothing else takes objects in a list. */
  private argument(value: Json, pathId: PathIds | undefined): Argument[] {
    if (typeof pathId === 'object') {
      const inner = value as readonly Json[];
      return inner.flatMap((item, index) => this.argument(item, pathId[index]));
    }
    return pathId ? [this.object(pathId)] : [value];
  }
}

function asObject(outcome: Outcome): ModelObject | null {
  return outcome instanceof ModelObject ? outcome : null;
}
