import { notImplemented } from './batch/apiError';

/** A parameter as `functions.json` describes it. */
export interface FunctionParameter {
  readonly name: string;
  readonly type?: 'any' | 'number' | 'string' | 'boolean';
  readonly dimensionality?: 'scalar' | 'matrix';
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
  };
}

/** The file that the manifest names: what functions there are, and how they take errors. */
export interface FunctionsFile {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * Read the content of `functions.json`.
 *
 * @throws ApiError when a function streams: its results would never end, and this host waits for one.
 */
export function readFunctionsFile(content: unknown): FunctionsFile {
  const file = content as Partial<FunctionsFile>;
  if (!Array.isArray(file.functions)) {
    throw new TypeError('functions.json has no list of functions.');
  }
  for (const each of file.functions as readonly FunctionMetadata[]) {
    if (each.options?.stream) {
      throw notImplemented(`streaming custom function ${each.id}`);
    }
  }
  return { functions: file.functions, allowErrorForDataTypeAny: file.allowErrorForDataTypeAny ?? false };
}
