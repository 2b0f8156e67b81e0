/**
 * Lets the page open without a network from the next visit on. Does nothing where a browser has no service workers, or
 * forbids them; in development there is none.
 * @param onWaiting a newer version of the page is there and waits until all of its tabs are closed
 */
export async function keepOffline(onWaiting: () => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('./offline.js').catch(() => undefined);
  if (!registration) return;
  const tell = () => {
    // The first one of all is no update. It waits for a moment, too, and who reloads the page meanwhile finds it so.
    if (registration.waiting && registration.active) onWaiting();
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}
