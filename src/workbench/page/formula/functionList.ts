/** The add-in's functions as its metadata file describes them: what the formula bar offers while one is typed. */

export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly isOptional: boolean;
}

export interface FunctionDescription {
  /** With the namespace, as typed: `TIERCEL.AGING`. */
  readonly name: string;
  /** Without the namespace. */
  readonly shortName: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  /** The function's own page on this server; empty when it names none. */
  readonly helpPage: string;
}

/** The content of functions.json, as far as it is read here. */
export interface MetadataFile {
  readonly functions?: readonly {
    readonly id?: string;
    readonly name?: string;
    readonly description?: string;
    readonly helpUrl?: string;
    readonly parameters?: readonly {
      readonly name?: string;
      readonly description?: string;
      readonly optional?: boolean;
    }[];
  }[];
}

/** Reads `functions.json`; an entry without a name is left out. */
export function readFunctionList(metadata: MetadataFile, namespace: string): FunctionDescription[] {
  const prefix = namespace ? `${namespace.toUpperCase()}.` : '';
  return (metadata.functions ?? [])
    .map(entry => ({
      name: `${prefix}${entry.name ?? entry.id ?? ''}`,
      shortName: entry.name ?? entry.id ?? '',
      description: entry.description ?? '',
      parameters: (entry.parameters ?? []).map(parameter => ({
        name: parameter.name ?? '',
        description: parameter.description ?? '',
        isOptional: parameter.optional ?? false,
      })),
      // As with the manifest's addresses, this server stands in for the add-in's.
      helpPage: entry.helpUrl ? new URL(entry.helpUrl).pathname : '',
    }))
    .filter(({ name }) => name !== prefix)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * Writes how a function is called, optional arguments in brackets.
 * @example callOf(dso) //=> 'TIERCEL.DSO(receivables, sales, [days], [method])'
 */
export const callOf = ({ name, parameters }: FunctionDescription): string =>
  `${name}(${parameters.map(parameterLabel).join(', ')})`;

export const parameterLabel = ({ name, isOptional }: FunctionParameter): string =>
  isOptional ? `[${name}]` : name;
