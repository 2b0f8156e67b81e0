import { useSyncExternalStore } from 'react';

/** Narrow, or as low as a phone that lies on its side: one canvas at a time, as large as the screen has room for it. */
const PHONE = '(max-width: 719px), (max-width: 959px) and (max-height: 30rem)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(PHONE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the page is laid out for a phone. Style sheets read it of the page: `[data-phone='true']`. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
}
