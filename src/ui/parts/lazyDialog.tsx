import type { ComponentType, ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { reloadPage } from '../PageFailure.tsx';
import { useStudio } from '../StudioContext.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { FailureProps } from './ErrorBoundary.tsx';
import form from './Form.module.css';
import { lazyPart } from './lazyPart.tsx';

/** A dialog that is fetched when it is first opened. Where it fails, a dialog says so: a reload loses nothing. */
export function lazyDialog<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  return lazyPart(load, DialogFailure);
}

function DialogFailure({ onRetry }: FailureProps): ReactElement {
  const studio = useStudio();
  return (
    <Dialog heading={words.failure.heading}>
      <p role="alert">{words.failure.part}</p>
      <div className={form.actions}>
        <Button kind="action" onClick={onRetry}>
          {words.failure.again}
        </Button>
        <Button onClick={() => void reloadPage(studio)}>{words.failure.reload}</Button>
      </div>
    </Dialog>
  );
}
