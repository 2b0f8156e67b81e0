import type { PageStore } from '../state/pageState.ts';
import { words } from './i18n/words.ts';

/** The tab is called as the picture is. */
export function followTitle(store: PageStore): void {
  const show = () => {
    const { title } = store.getState();
    document.title = title === '' ? words.title : `${title} – ${words.title}`;
  };
  show();
  store.subscribe((state, before) => {
    if (state.title !== before.title || state.spoken !== before.spoken) show();
  });
}
