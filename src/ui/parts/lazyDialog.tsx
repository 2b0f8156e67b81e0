import type { ComponentType, ReactElement } from 'react';
import { en } from '../i18n/en.ts';
import { reloadPage } from '../PageFailure.tsx';
import { useStudio } from '../StudioContext.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { FailureProps } from './ErrorBoundary.tsx';
import form from './Form.module.css';
import { lazyPart } from './lazyPart.tsx';

const { failure: words } = en;

/** A dialog that is fetched when it is first opened. Where it fails, a dialog says so: a reload loses nothing. */
export function lazyDialog<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  return lazyPart(load, DialogFailure);
}

function DialogFailure({ onRetry }: FailureProps): ReactElement {
  const studio = useStudio();
  return (
    <Dialog heading={words.heading}>
      <p role="alert">{words.part}</p>
      <div className={form.actions}>
        <Button kind="action" onClick={onRetry}>
          {words.again}
        </Button>
        <Button onClick={() => void reloadPage(studio)}>{words.reload}</Button>
      </div>
    </Dialog>
  );
}
