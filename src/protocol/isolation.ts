/**
 * What the page and its workers are answered with where they are to be isolated from other origins, which is when a
 * browser gives them threads. `require-corp` because not every browser has `credentialless`; the last is for pages of
 * others that are isolated themselves and show this one.
 */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;
