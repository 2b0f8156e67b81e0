import type { PageStore } from '../pageState.ts';

/** The question before work that is not in the browser's storage is replaced. */
export interface UnsavedQuestion {
  /** Opens the dialog. @returns whether the work may be replaced; false for a dialog that is closed */
  ask(): Promise<boolean>;
  answer(replace: boolean): void;
}

export function createUnsavedQuestion(store: PageStore): UnsavedQuestion {
  let resolve: ((replace: boolean) => void) | undefined;

  function answer(replace: boolean): void {
    const answered = resolve;
    resolve = undefined;
    if (store.getState().dialog === 'unsaved') store.setState({ dialog: undefined });
    answered?.(replace);
  }

  // However the dialog was closed.
  store.subscribe(({ dialog }, before) => {
    if (before.dialog === 'unsaved' && dialog !== 'unsaved') answer(false);
  });

  return {
    ask() {
      answer(false);
      store.setState({ dialog: 'unsaved' });
      return new Promise((done) => (resolve = done));
    },
    answer,
  };
}
