import { lazy, Suspense, type ReactElement } from 'react';
import { AppHeader } from './AppHeader.tsx';
import styles from './App.module.css';
import { BackendLine } from './BackendLine.tsx';
import type { Canvases } from './canvases.ts';
import { FileDrop } from './FileDrop.tsx';
import { JobBar } from './JobBar.tsx';
import { LayoutPane } from './LayoutPane.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PicturePane } from './PicturePane.tsx';
import type { DialogName } from '../state/pageState.ts';
import { usePage } from './StudioContext.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

const StartersDialog = lazy(() => import('./dialogs/StartersDialog.tsx'));
const HelpDialog = lazy(() => import('./dialogs/HelpDialog.tsx'));
const AboutDialog = lazy(() => import('./dialogs/AboutDialog.tsx'));
const PhotographDialog = lazy(() => import('./photo/PhotographDialog.tsx'));
const MapDialog = lazy(() => import('./maps/MapDialog.tsx'));
const GalleryDialog = lazy(() => import('./gallery/GalleryDialog.tsx'));
const ReplayDialog = lazy(() => import('./replay/ReplayDialog.tsx'));
const StorageDialog = lazy(() => import('./dialogs/StorageDialog.tsx'));
const ShareDialog = lazy(() => import('./share/ShareDialog.tsx'));
const LinkDialog = lazy(() => import('./share/LinkDialog.tsx'));
const PicturesDialog = lazy(() => import('./work/PicturesDialog.tsx'));
const UnsavedDialog = lazy(() => import('./work/UnsavedDialog.tsx'));
const QueueDialog = lazy(() => import('./maps/QueueDialog.tsx'));

const DIALOGS: Record<Exclude<DialogName, 'photograph'>, ReactElement> = {
  starters: <StartersDialog />,
  help: <HelpDialog />,
  about: <AboutDialog />,
  map: <MapDialog />,
  queue: <QueueDialog />,
  share: <ShareDialog />,
  link: <LinkDialog />,
  storage: <StorageDialog />,
  replay: <ReplayDialog />,
  gallery: <GalleryDialog />,
  pictures: <PicturesDialog />,
  unsaved: <UnsavedDialog />,
};

/** The page: two canvases, what belongs to each beneath it, and the job between them. */
export function App({ canvases }: { readonly canvases: Canvases }): ReactElement {
  const view = usePage((state) => state.view);
  const dialog = usePage((state) => state.dialog);
  return (
    <div className={styles.page}>
      <AppHeader />
      <main className={styles.main} data-view={view}>
        <ViewSwitch />
        <LayoutPane canvases={canvases} />
        <PicturePane canvases={canvases} />
        <JobBar />
      </main>
      <BackendLine />
      <NoticeBar />
      <FileDrop />
      <Suspense>
        {dialog === 'photograph' ? <PhotographDialog canvases={canvases} /> : dialog && DIALOGS[dialog]}
      </Suspense>
    </div>
  );
}
