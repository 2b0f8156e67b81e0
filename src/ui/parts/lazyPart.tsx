import { lazy, Suspense, useState, type ComponentType, type ReactElement } from 'react';
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
      latest = lazy(() => loadAgain(load));
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

/**
 * What could not be fetched a browser may remember as missing for as long as the page lives: a module map keeps failures, too (HTML, "fetch
 * a single module script"; Chromium 150 does). Another address is another module. Safari does not say which one failed: a reload helps there.
 */
async function loadAgain<P>(
  load: () => Promise<{ default: ComponentType<P> }>,
): Promise<{ default: ComponentType<P> }> {
  try {
    return await load();
  } catch (error) {
    const address = error instanceof Error ? /https?:\/\/[^\s"']+/.exec(error.message)?.[0] : undefined;
    if (address === undefined || new URL(address).origin !== location.origin) throw error;
    const url = new URL(address);
    url.searchParams.set('again', String(Date.now()));
    return (await import(/* @vite-ignore */ url.href)) as { default: ComponentType<P> };
  }
}

function PartFailure({ onRetry }: FailureProps): ReactElement {
  return (
    <div className={form.actions}>
      <p role="alert">{words.failure.part}</p>
      <Button onClick={onRetry}>{words.failure.again}</Button>
    </div>
  );
}
