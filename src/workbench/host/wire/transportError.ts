/** Numbers in the outer reply of a request: the whole request is refused, nothing of it was done. */
export const transportErrors = {
  /** A method of the common API (Office.context.document …) that this host does not have. */
  notSupported: 5000,
  /** The message itself could not be read. */
  internal: 5001,
  /** The user is typing in a cell. */
  editing: 5004,
  sessionGone: 5012,
  busy: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noPermission: 7000,
} as const;

export type TransportFault = keyof typeof transportErrors;
