/** jsdom has no MessageChannel, which every browser has. */
globalThis.MessageChannel ??= require('node:worker_threads').MessageChannel;
