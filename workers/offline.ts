/// <reference lib="webworker" />
/**
 * The service worker: the page opens without a network after one visit, and is isolated from other origins, so that it has
 * threads. Its shell, starters and gallery are stored when it is installed, what is beside it when it is first used. Graphs and
 * the engine are kept by the painter, and not here. A new version waits until the last tab of the old one is closed, so that
 * nobody's work is cut in two.
 */
import { addPlugins, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { isolated } from './offline/isolated.ts';
import { keepShared } from './offline/keepShared.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// The page and the scripts of its workers are all stored; what else they ask for needs no headers.
addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(isolated(response)) }]);

// A link's or a bundle's address is still this page.
// oxlint-disable-next-line no-underscore-dangle -- the name that Workbox looks for.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });

// What lies beside the page under a name that stays: the newest, or the last one there was.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /\/models\/[^/]+\/manifest\.json$/.test(url.pathname),
  new NetworkFirst({ cacheName: 'plein-air-beside' }),
);

// What another program shares with the page, as its manifest says.
registerRoute(
  ({ url }) => url.pathname.endsWith('/share-target'),
  ({ request }) => keepShared(request),
  'POST',
);
