const RELOADED = 'plein-air isolated';

/**
 * Begins a first visit anew once the service worker answers it, because from then on the page has threads. At most once in
 * a tab, and only while nothing would be lost or seen: later visits have them from the start.
 * @param isUntouched whether nothing has been done, opened or fetched yet
 */
export async function reloadForThreads(isUntouched: () => boolean): Promise<void> {
  if (!import.meta.env.PROD || crossOriginIsolated || !('serviceWorker' in navigator)) return;
  // Under its care already, and still without: reloading would change nothing.
  if (navigator.serviceWorker.controller) return;
  const touched = listenForTouch();
  await navigator.serviceWorker.ready;
  if (touched() || !isUntouched() || !rememberReload()) return;
  location.reload();
}

function listenForTouch(): () => boolean {
  let touched = false;
  for (const kind of ['pointerdown', 'keydown', 'drop', 'paste']) {
    addEventListener(kind, () => (touched = true), { capture: true, once: true });
  }
  return () => touched;
}

/** @returns whether it is the first one in this tab; not where a browser keeps nothing, or it might never end */
function rememberReload(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    sessionStorage.setItem(RELOADED, 'yes');
    return sessionStorage.getItem(RELOADED) !== null;
  } catch {
    return false;
  }
}
