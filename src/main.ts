import { Viewport } from './canvas/viewport.ts';
import { createDocumentHistory } from './document/documentHistory.ts';
import { createPaintDocument } from './document/createPaintDocument.ts';
import { createEngine } from './engine/createEngine.ts';
import { savesData } from './io/savesData.ts';
import { readAddress } from './state/arrival/address.ts';
import { arrive } from './state/arrival/arrive.ts';
import { createPageStore } from './state/pageState.ts';
import { repaintWhenStrokesEnd } from './state/painting/live.ts';
import { decodeAtRest } from './state/picture/decodeAtRest.ts';
import type { PictureResult } from './state/picture/pictureResult.ts';
import { FIRST_FORMAT } from './state/settings/formats.ts';
import { EMBED, linkIn } from './state/share/shareActions.ts';
import { createStudio } from './state/studio.ts';
import { openEmbedded } from './state/work/openPage.ts';
import { renderPage } from './ui/renderPage.tsx';
import { bindShortcuts } from './ui/shortcuts.ts';

// All with a lifetime is made here, once and outside of React, which may render twice.
const { bundle, from, host, backend, threads } = readAddress(location.href, document.baseURI);
const painted = createPaintDocument(FIRST_FORMAT);
const history = createDocumentHistory<PictureResult>(painted);
const viewport = new Viewport(painted.layout);
const engine = createEngine(threads === undefined ? {} : { threads });
const store = createPageStore(FIRST_FORMAT, { backend });
store.setState((state) => ({ bundle: { ...state.bundle, from, host } }));
const studio = createStudio({ document: painted, history, viewport, engine, store, bundle, savesData });
repaintWhenStrokesEnd(studio);
decodeAtRest(studio);

const link = linkIn(location.href);
const embedded = new URL(location.href).searchParams.has(EMBED);
renderPage(document.getElementById('root')!, { studio, viewport, embedded });
if (embedded) void openEmbedded(studio, link);
else {
  bindShortcuts(studio);
  arrive(studio, link);
}
