import { Layers } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { ICON, IconButton } from '../parts/Button.tsx';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { OverlaySlider } from '../OverlaySlider.tsx';
import { PartTools } from '../PartTools.tsx';
import { PictureView } from '../PictureView.tsx';
import styles from './PictureTools.module.css';

/** In one row below the stage, what lies in the strip above it on wide screens. */
export function PictureTools({ repaints }: { readonly repaints: boolean }): ReactElement {
  const tie = usePopover();
  return (
    <div className={styles.bar} data-scrolls>
      {repaints && <PartTools />}
      <IconButton {...tie.anchor} tip="above" label={words.picture.overlay} icon={<Layers {...ICON} />} />
      <Popover label={words.picture.overlay} tie={tie}>
        <div className={styles.overlay}>
          <OverlaySlider />
        </div>
      </Popover>
      <PictureView />
    </div>
  );
}
