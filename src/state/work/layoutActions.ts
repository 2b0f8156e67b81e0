import type { Layout } from '../../core/layout.ts';
import { wholeRect } from '../../core/rect.ts';
import { roughen } from '../../core/roughen.ts';
import type { Studio } from '../studio.ts';

/** Natural borders for hand-painted shapes, in what is chosen or everywhere; once more makes them rougher. */
export function roughenLayout({ document, history, selection, randomSeed }: Studio): void {
  const gesture = history.begin();
  const rect = selection.rect ?? wholeRect(document.layout);
  const changed = roughen(document.layout, rect, randomSeed(), gesture);
  gesture.commit('roughen');
  document.layoutChanged(changed);
}

/** What was copied last: within this page alone, because no other one knows our classes. */
let clipboard: Layout | undefined;

export function copySelection({ selection, store }: Studio): void {
  clipboard = selection.copy() ?? clipboard;
  store.setState({ copied: clipboard !== undefined });
}

export function cutSelection(studio: Studio): void {
  copySelection(studio);
  studio.selection.clear('cut');
}

/** Floating: the next press within it moves it. */
export function pasteSelection({ selection, store }: Studio): void {
  if (!clipboard) return;
  store.setState({ tool: 'select' });
  selection.paste(clipboard);
}

export function chooseAll({ document, selection, store }: Studio): void {
  store.setState({ tool: 'select' });
  selection.choose(wholeRect(document.layout));
}
