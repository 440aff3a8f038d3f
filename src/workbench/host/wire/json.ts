/** A value that can go over the wire. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** Say whether a wire value is an object (not an array, not null). */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Count the bytes a text takes in UTF-8, which is how Excel on the web measures a payload. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
