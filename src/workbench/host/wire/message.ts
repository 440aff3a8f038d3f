import type { Json } from './json';

/** What Office.js posts to its host, as JSON text. */
export interface RequestMessage {
  readonly _messageType: 0;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  /** 0 calls a method of the host, 1 registers for an event, 2 takes the registration back. */
  readonly _actionType: 0 | 1 | 2;
  readonly _data: Json;
}

/** What the host posts back: the answer to a request, or (`_responseType` 1) an event. */
export interface ReplyMessage {
  readonly _messageType: 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: Json;
  readonly _errorCode: 0;
  readonly _responseType: 0 | 1;
  readonly _serializerVersion: 1;
}

/**
 * Read a posted text as a request of Office.js, or null when it is anything else
 * (other libraries post messages to the same window).
 */
export function parseRequest(text: unknown): RequestMessage | null {
  if (typeof text !== 'string' || !text.startsWith('{')) {
    return null;
  }
  try {
    const message = JSON.parse(text) as Partial<RequestMessage>;
    return message._messageType === 0 && typeof message._actionName === 'string'
      ? (message as RequestMessage)
      : null;
  } catch {
    return null;
  }
}

/** Make the answer to a request. */
export function replyTo(request: RequestMessage, data: Json, origin: string): ReplyMessage {
  return envelope(request, data, origin, 0);
}

/** Make an event for the registration that a request asked for. */
export function eventFor(registration: RequestMessage, data: Json, origin: string): ReplyMessage {
  return envelope(registration, data, origin, 1);
}

function envelope(request: RequestMessage, data: Json, origin: string, responseType: 0 | 1): ReplyMessage {
  return {
    _messageType: 1,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: responseType,
    _serializerVersion: 1,
  };
}
