import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from './i18n/words.ts';
import { ICON } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';

/** How near one is, for those who have neither a wheel nor two fingers for it. */
export function ZoomButtons(): ReactElement {
  return (
    <div role="group" aria-label={words.layout.zoom}>
      <CommandButton command="zoom-out" icon={<ZoomOut {...ICON} />} />
      <CommandButton tip="below end" command="zoom-fit" icon={<Maximize size={16} aria-hidden />} />
      <CommandButton tip="below end" command="zoom-in" icon={<ZoomIn {...ICON} />} />
    </div>
  );
}
