import { startTransition, StrictMode, useDeferredValue, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Viewport } from '../canvas/viewport.ts';
import { EMBED } from '../state/share/shareActions.ts';
import type { Studio } from '../state/studio.ts';
import { App } from './App.tsx';
import './base.css';
import { ViewportProvider } from './canvases/viewportContext.ts';
import { readKeyboard } from './keyNames.ts';
import { followLanguage } from './language.ts';
import { PageBoundary } from './PageFailure.tsx';
import { lazyPart } from './parts/lazyPart.tsx';
import { StudioProvider, usePage } from './StudioContext.tsx';
import { followTheme } from './theme.ts';
import { followTitle } from './title.ts';

const Embed = lazyPart(() => import('./replay/Embed.tsx'));

interface PageProps {
  /** Shown in a frame of another site: one picture and its replay alone. */
  readonly embedded: boolean;
}

/**
 * In another language all of it renders anew: a little at a time, for it would hold the page up. What is painted, and what was
 * chosen, is not React's.
 */
function Page({ embedded }: PageProps): ReactElement {
  const spoken = useDeferredValue(usePage((state) => state.spoken));
  return <PageBoundary key={spoken}>{embedded ? <Embed address={addressWithout(EMBED)} /> : <App />}</PageBoundary>;
}

/**
 * Shows the page in `element`, in its colours and with its title at once, and with its words as soon as they are there.
 * @param viewport the canvas's own, which the studio's commands move
 */
export function renderPage(
  element: HTMLElement,
  { studio, viewport, embedded }: PageProps & { readonly studio: Studio; readonly viewport: Viewport },
): void {
  followTheme(studio.store);
  followTitle(studio.store);
  const root = createRoot(element);
  const page = (
    <StrictMode>
      <StudioProvider value={studio}>
        <ViewportProvider value={viewport}>
          <Page embedded={embedded} />
        </ViewportProvider>
      </StudioProvider>
    </StrictMode>
  );
  // As a transition it renders a little at a time, too.
  void Promise.all([followLanguage(studio.store), readKeyboard()]).then(() => startTransition(() => root.render(page)));
}

/** This page's address without a parameter. */
function addressWithout(parameter: string): string {
  const url = new URL(location.href);
  url.searchParams.delete(parameter);
  return url.href;
}
