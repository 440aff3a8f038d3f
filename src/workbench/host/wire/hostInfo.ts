/** 1: the add-in has one shared runtime; 2: it has custom functions. */
const sharedRuntimeWithFunctions = 3;

export interface Channel {
  readonly conversationId: string;
  readonly addinId: string;
  /** Origin of the page that plays Excel, such as `http://localhost:3000`. */
  readonly origin: string;
  readonly locale: string;
}

/**
 * Give the value of the `_host_Info` query from which Office.js learns its host, platform and language.
 *
 * @example hostInfoOf({ locale: 'zh-CN', … }) //=> 'Excel$Web$16.01$zh-CN$…$$$3'
 */
export function hostInfoOf(channel: Channel): string {
  return `Excel$Web$16.01$${channel.locale}$${channel.conversationId}$$$${sharedRuntimeWithFunctions}`;
}

/** Give the JSON text that the pane's frame carries as its name: the channel to the host. */
export function frameNameOf(channel: Channel): string {
  return JSON.stringify({
    baseFrameName: 'tiercel',
    hostInfo: hostInfoOf(channel),
    xdmInfo: `${channel.conversationId}|${channel.addinId}|${channel.origin}`,
  });
}
