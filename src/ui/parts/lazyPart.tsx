import { lazy, Suspense, useState, type ComponentType, type ReactElement } from 'react';
import { importAgain } from '../../io/importAgain.ts';
import { words } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { ErrorBoundary, type FailureProps } from './ErrorBoundary.tsx';
import form from './Form.module.css';

/**
 * A part of the page that is fetched when it is first wanted. Where it cannot be fetched (no network; a new version of the
 * page is there, and the files of this one are gone) or fails, something says so in its place, and it can be tried again.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  failure: ComponentType<FailureProps> = PartFailure,
): ComponentType<P> {
  // React remembers a failed import for good: each attempt has a component of its own.
  let latest = lazy(load);
  return function LazyPart(props: P): ReactElement {
    const [Part, setPart] = useState(() => latest);
    const again = () => {
      latest = lazy(() => importAgain(load));
      setPart(() => latest);
    };
    return (
      <ErrorBoundary failure={failure} onRetry={again}>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}

function PartFailure({ onRetry }: FailureProps): ReactElement {
  return (
    <div className={form.actions}>
      <p role="alert">{words.failure.part}</p>
      <Button onClick={onRetry}>{words.failure.again}</Button>
    </div>
  );
}
