/** Where the service worker leaves files that another program has shared, for the page to take. */
export const SHARED_CACHE = 'plein-air-shared';
/** The field of the form, as the web app manifest names it. */
export const SHARED_FIELD = 'files';
/** What the page's address says when there are some. */
export const SHARED_QUERY = 'shared';
