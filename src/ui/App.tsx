import type { ComponentType, ReactElement } from 'react';
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

const DIALOGS: Record<DialogName, ComponentType> = {
  starters: lazyDialog(() => import('./dialogs/StartersDialog.tsx')),
  help: lazyDialog(() => import('./dialogs/HelpDialog.tsx')),
  about: lazyDialog(() => import('./dialogs/AboutDialog.tsx')),
  reading: lazyDialog(() => import('./arrival/ReadingDialog.tsx')),
  photograph: lazyDialog(() => import('./photo/PhotographDialog.tsx')),
  map: lazyDialog(() => import('./maps/MapDialog.tsx')),
  queue: lazyDialog(() => import('./maps/QueueDialog.tsx')),
  share: lazyDialog(() => import('./share/ShareDialog.tsx')),
  link: lazyDialog(() => import('./share/LinkDialog.tsx')),
  storage: lazyDialog(() => import('./dialogs/StorageDialog.tsx')),
  replay: lazyDialog(() => import('./replay/ReplayDialog.tsx')),
  gallery: lazyDialog(() => import('./gallery/GalleryDialog.tsx')),
  pictures: lazyDialog(() => import('./work/PicturesDialog.tsx')),
  commands: lazyDialog(() => import('./commands/CommandsDialog.tsx')),
  export: lazyDialog(() => import('./export/ExportDialog.tsx')),
  unsaved: lazyDialog(() => import('./work/UnsavedDialog.tsx')),
};

function OpenDialog({ dialog }: { readonly dialog: DialogName }): ReactElement {
  const Dialog = DIALOGS[dialog];
  return <Dialog />;
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
