import { StrictMode, useMemo, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { LayoutCanvas } from './canvas/LayoutCanvas.tsx';
import { PictureCanvas } from './canvas/PictureCanvas.tsx';
import { Viewport } from './canvas/viewport.ts';
import type { Rect } from './core/rect.ts';
import { createDocumentHistory } from './document/documentHistory.ts';
import { createPaintDocument } from './document/createPaintDocument.ts';
import { createEngine } from './engine/createEngine.ts';
import { readAddress } from './state/arrival/address.ts';
import { decodeAtRest } from './state/picture/decodeAtRest.ts';
import { FIRST_FORMAT } from './state/settings/formats.ts';
import { openEmbedded, openPage } from './state/work/openPage.ts';
import { isAtWork } from './state/painting/jobState.ts';
import { cellMapOf, heatOf } from './state/measurement/cellMap.ts';
import { repaintWhenStrokesEnd } from './state/painting/live.ts';
import { createPageStore } from './state/pageState.ts';
import type { PictureResult } from './state/picture/pictureResult.ts';
import { reloadForThreads } from './io/isolation.ts';
import { keepOffline } from './io/serviceWorker.ts';
import { receiveFiles } from './io/receivedFiles.ts';
import { openFiles } from './state/arrival/openFiles.ts';
import { EMBED, linkIn, offerLink } from './state/share/shareActions.ts';
import { createStudio } from './state/studio.ts';
import { chooseClass, overlayNow, paintingOf } from './state/view/toolActions.ts';
import { App } from './ui/App.tsx';
import './ui/base.css';
import type { Canvases } from './ui/canvases.ts';
import { readKeyboard } from './ui/keyNames.ts';
import { followLanguage } from './ui/language.ts';
import { lazyPart } from './ui/parts/lazyPart.tsx';
import { PageBoundary } from './ui/PageFailure.tsx';
import { bindShortcuts } from './ui/shortcuts.ts';
import { StudioProvider, usePage } from './ui/StudioContext.tsx';
import { followTheme } from './ui/theme.ts';
import { followTitle } from './ui/title.ts';
import { usePalette } from './ui/usePalette.ts';

// All with a lifetime is made here, once and outside of React, which may render twice.
const { bundle, from, host, backend, threads } = readAddress(location.href, document.baseURI);
const painted = createPaintDocument(FIRST_FORMAT);
const history = createDocumentHistory<PictureResult>(painted);
const viewport = new Viewport(painted.layout);
const engine = createEngine(threads === undefined ? {} : { threads });
const store = createPageStore(FIRST_FORMAT, { backend });
store.setState((state) => ({ bundle: { ...state.bundle, from, host } }));
const connection = (navigator as { connection?: { readonly saveData?: boolean } }).connection;
const savesData = () => connection?.saveData === true;
const studio = createStudio({ document: painted, history, viewport, engine, store, bundle, savesData });
repaintWhenStrokesEnd(studio);
decodeAtRest(studio);

/** With what one paints, on either canvas. */
const painting = {
  document: painted,
  history,
  selection: studio.selection,
  getPainting: () => paintingOf(store.getState()),
  onPick: (classId: number) => chooseClass(studio, classId),
};

function Layout({ label, description }: { label: string; description: string }): ReactElement {
  // The brush's outline is drawn when this renders.
  usePage((state) => state.tool);
  usePage((state) => state.brush);
  usePage((state) => state.mirrored);
  return (
    <LayoutCanvas {...painting} viewport={viewport} palette={usePalette()} label={label} description={description} />
  );
}

function Picture({ label, description }: { label: string; description: string }): ReactElement {
  usePage((state) => state.swatches);
  const size = usePage((state) => (state.marking ? state.markSize : undefined));
  const marking = useMemo(() => (size === undefined ? undefined : ({ tool: 'brush', size } as const)), [size]);
  const { open: measuring, revision, quantity, cell } = usePage((state) => state.measurement);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the numbers are not React's; their revision is
  const heat = useMemo(() => (measuring ? heatOf(studio) : undefined), [measuring, revision, quantity]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const cells = useMemo(() => (measuring ? cellMapOf(studio, heat) : undefined), [measuring, heat, cell]);
  return (
    <PictureCanvas
      document={painted}
      viewport={viewport}
      palette={usePalette()}
      label={label}
      description={description}
      region={studio.region}
      painting={painting}
      marking={marking}
      changes={usePage((state) => state.changes)}
      cells={cells}
      card={card}
      swatches={studio.model.swatches}
      showFront={usePage((state) => isAtWork(state.job))}
      overlay={{ opacity: usePage(overlayNow) }}
      other={useOtherPicture()}
    />
  );
}

/** What is seen in the picture's place: the one before it, or a version that is pointed at. */
function useOtherPicture(): Uint8ClampedArray<ArrayBuffer> | undefined {
  const isBefore = usePage((state) => state.comparing === 'before');
  const pointed = usePage(({ tray }) => tray?.pointed);
  const revision = usePage(({ tray }) => tray?.revision);
  const taken = usePage(({ tray }) => tray?.taken);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the pixels are not React's
  const candidate = useMemo(() => studio.candidates.pointed(), [pointed, revision, taken]);
  return isBefore ? studio.pictures.before() : candidate;
}

/** The photograph in the dialog, with the cells that are kept marked. */
function Photograph({ label, description }: { label: string; description: string }): ReactElement {
  const { document: cut, kept } = studio.photographs;
  const [own] = useState(() => new Viewport(cut.layout));
  const tool = usePage(({ photograph }) => (photograph?.phase === 'read' ? photograph.tool : 'brush'));
  const size = usePage(({ photograph }) => (photograph?.phase === 'read' ? photograph.brushSize : 1));
  const marking = useMemo(() => (tool === 'brush' ? { tool, size } : { tool }), [tool, size]);
  return (
    <PictureCanvas
      document={cut}
      viewport={own}
      palette={usePalette()}
      label={label}
      description={description}
      region={kept}
      marking={marking}
      marksKept
      showFront={false}
    />
  );
}

const CellCard = lazyPart(() => import('./ui/measurement/CellCard.tsx'));
function card(cell: Rect): ReactElement {
  return <CellCard cell={cell} />;
}

const Embed = lazyPart(() => import('./ui/replay/Embed.tsx'));
const canvases: Canvases = { Layout, Picture, Photograph };

followTheme(store);
followTitle(store);
const link = linkIn(location.href);
const embedded = new URL(location.href).searchParams.has(EMBED);

/** In another language all of it renders anew. What is painted, and what was chosen, is not React's. */
function Page(): ReactElement {
  const spoken = usePage((state) => state.spoken);
  return (
    <PageBoundary key={spoken}>
      {embedded ? <Embed address={addressWithout(EMBED)} /> : <App canvases={canvases} />}
    </PageBoundary>
  );
}

const root = createRoot(document.getElementById('root')!);
void Promise.all([followLanguage(store), readKeyboard()]).then(() =>
  root.render(
    <StrictMode>
      <StudioProvider value={studio}>
        <Page />
      </StudioProvider>
    </StrictMode>,
  ),
);
if (embedded) void openEmbedded(studio, link);
else open();

function open(): void {
  bindShortcuts(studio);
  void openPage(studio, { link, forgetLink });
  let received = false;
  receiveFiles((files) => {
    received = true;
    void openFiles(studio, files);
  });
  void keepOffline(() => store.setState({ notice: { kind: 'newer' } }));
  void reloadForThreads(() => {
    const { job, bundle: model } = store.getState();
    return !received && link === undefined && job.phase === 'idle' && model.loaded === 'none';
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

/** This page's address without a parameter. */
function addressWithout(parameter: string): string {
  const url = new URL(location.href);
  url.searchParams.delete(parameter);
  return url.href;
}
