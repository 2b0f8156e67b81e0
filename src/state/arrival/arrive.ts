import { reloadForThreads } from '../../io/isolation.ts';
import { receiveFiles } from '../../io/receivedFiles.ts';
import { keepOffline } from '../../io/serviceWorker.ts';
import { linkIn, offerLink } from '../share/shareActions.ts';
import type { Studio } from '../studio.ts';
import { openPage } from '../work/openPage.ts';
import { openFiles } from './openFiles.ts';

/**
 * Opens what the page came with, or what was there last time, and hears of all that comes later: files of the system, links
 * that are pasted over the address, a newer version of the page.
 * @param link a picture that the address carries
 */
export function arrive(studio: Studio, link: string | undefined): void {
  const opened = openPage(studio, { link, forgetLink });
  let received = false;
  receiveFiles((files) => {
    received = true;
    void openFiles(studio, files);
  });
  const keep = () => void keepOffline(() => studio.store.setState({ notice: { kind: 'newer' } }));
  // It fetches all of the page: who follows a link waits for a picture, which comes first.
  if (link === undefined) keep();
  else void opened.finally(keep);
  void reloadForThreads(() => {
    const { job, bundle } = studio.store.getState();
    return !received && link === undefined && job.phase === 'idle' && bundle.loaded === 'none';
  });
  // A link that is pasted over the address while there is work here: nothing is replaced without asking.
  window.addEventListener('hashchange', () => {
    const offered = linkIn(location.href);
    if (offered === undefined) return;
    offerLink(studio, offered);
    forgetLink(); // It would be opened again, over the work, with the next reload.
  });
}

/** The address says nothing of a picture any more. */
function forgetLink(): void {
  window.history.replaceState(undefined, '', location.pathname + location.search);
}
