import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { ApiError } from './apiError';
import { ModelObject } from './modelObject';

/** An argument of a call: a plain value, another object of the model (a range), or an object that does not exist. */
export type Argument = Json | ModelObject;

/** The arguments of one call, read with their types; whatever does not fit is `InvalidArgument`. */
export class CallArguments {
  constructor(private readonly values: readonly Argument[]) {}

  get count(): number {
    return this.values.length;
  }

  /** The argument itself, `null` when omitted. */
  at(index: number): Argument {
    return this.values[index] ?? null;
  }

  isOmitted(index: number): boolean {
    return this.at(index) === null;
  }

  text(index: number): string {
    const value = this.at(index);
    if (typeof value !== 'string') {
      throw new ApiError('InvalidArgument');
    }
    return value;
  }

  optionalText(index: number): string | null {
    return this.isOmitted(index) ? null : this.text(index);
  }

  whole(index: number): number {
    const value = this.at(index);
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw new ApiError('InvalidArgument');
    }
    return value;
  }

  optionalWhole(index: number, whenOmitted: number): number {
    return this.isOmitted(index) ? whenOmitted : this.whole(index);
  }

  flag(index: number, whenOmitted: boolean): boolean {
    const value = this.at(index);
    if (value === null) {
      return whenOmitted;
    }
    if (typeof value !== 'boolean') {
      throw new ApiError('InvalidArgument');
    }
    return value;
  }

  /** A name or an id: collections take both. */
  key(index: number): string {
    const value = this.at(index);
    if (typeof value === 'number') {
      return String(value);
    }
    return this.text(index);
  }

  json(index: number): Json {
    const value = this.at(index);
    if (value instanceof ModelObject) {
      throw new ApiError('InvalidArgument');
    }
    return value;
  }

  record(index: number): JsonObject {
    const value = this.json(index);
    if (!isJsonObject(value)) {
      throw new ApiError('InvalidArgument');
    }
    return value;
  }
}
