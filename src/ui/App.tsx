import type { ReactElement } from 'react';
import { AppHeader } from './AppHeader.tsx';
import styles from './App.module.css';
import { BackendLine } from './BackendLine.tsx';
import { FileDrop } from './FileDrop.tsx';
import { JobBar } from './JobBar.tsx';
import { LayoutPane } from './LayoutPane.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { lazyDialog } from './parts/lazyDialog.tsx';
import { usePhone } from './phone/usePhone.ts';
import { useShowRepaints } from './phone/useShowRepaints.ts';
import { ViewThumbnail } from './phone/ViewThumbnail.tsx';
import { PicturePane } from './PicturePane.tsx';
import type { DialogName } from '../state/pageState.ts';
import { usePage } from './StudioContext.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

const StartersDialog = lazyDialog(() => import('./dialogs/StartersDialog.tsx'));
const HelpDialog = lazyDialog(() => import('./dialogs/HelpDialog.tsx'));
const AboutDialog = lazyDialog(() => import('./dialogs/AboutDialog.tsx'));
const PhotographDialog = lazyDialog(() => import('./photo/PhotographDialog.tsx'));
const ReadingDialog = lazyDialog(() => import('./arrival/ReadingDialog.tsx'));
const MapDialog = lazyDialog(() => import('./maps/MapDialog.tsx'));
const GalleryDialog = lazyDialog(() => import('./gallery/GalleryDialog.tsx'));
const ReplayDialog = lazyDialog(() => import('./replay/ReplayDialog.tsx'));
const StorageDialog = lazyDialog(() => import('./dialogs/StorageDialog.tsx'));
const ShareDialog = lazyDialog(() => import('./share/ShareDialog.tsx'));
const LinkDialog = lazyDialog(() => import('./share/LinkDialog.tsx'));
const PicturesDialog = lazyDialog(() => import('./work/PicturesDialog.tsx'));
const UnsavedDialog = lazyDialog(() => import('./work/UnsavedDialog.tsx'));
const CommandsDialog = lazyDialog(() => import('./commands/CommandsDialog.tsx'));
const ExportDialog = lazyDialog(() => import('./export/ExportDialog.tsx'));
const QueueDialog = lazyDialog(() => import('./maps/QueueDialog.tsx'));

const DIALOGS: Record<DialogName, ReactElement> = {
  starters: <StartersDialog />,
  help: <HelpDialog />,
  about: <AboutDialog />,
  reading: <ReadingDialog />,
  photograph: <PhotographDialog />,
  map: <MapDialog />,
  queue: <QueueDialog />,
  share: <ShareDialog />,
  link: <LinkDialog />,
  storage: <StorageDialog />,
  replay: <ReplayDialog />,
  gallery: <GalleryDialog />,
  pictures: <PicturesDialog />,
  commands: <CommandsDialog />,
  export: <ExportDialog />,
  unsaved: <UnsavedDialog />,
};

function OpenDialog({ dialog }: { readonly dialog: DialogName }): ReactElement {
  return DIALOGS[dialog];
}

/** The page: two canvases, what belongs to each beneath it, and the job between them. */
export function App(): ReactElement {
  const view = usePage((state) => state.view);
  const dialog = usePage((state) => state.dialog);
  const phone = usePhone();
  useShowRepaints(phone);
  return (
    <div className={styles.page} data-phone={phone}>
      <AppHeader />
      <main className={styles.main} data-view={view}>
        {phone ? <ViewThumbnail /> : <ViewSwitch />}
        <LayoutPane />
        <PicturePane />
        <JobBar />
      </main>
      <BackendLine />
      {/* A dialog has it within: what is said beneath one can neither be seen nor dismissed. */}
      {dialog === undefined && <NoticeBar />}
      <FileDrop />
      {dialog !== undefined && <OpenDialog dialog={dialog} />}
    </div>
  );
}
