import { readHabit, writeHabit } from '../state/persistence.ts';
import type { PageStore, Theme } from '../state/pageState.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** index.html does the same before the first paint. */
function show(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

/** Keeps the page's colours with the choice and with the system. */
export function followTheme(store: PageStore): void {
  store.setState({ theme: readHabit('theme') });
  show(store.getState().theme);
  dark.addEventListener('change', () => show(store.getState().theme));
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    show(state.theme);
    writeHabit('theme', state.theme);
  });
}
