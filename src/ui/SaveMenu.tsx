import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { pictureHeight, pictureWidth } from '../core/lattice.ts';
import { commandOf, isPossible, runCommand } from '../state/commands.ts';
import header from './AppHeader.module.css';
import { en } from './i18n/en.ts';
import { keyText } from './keyNames.ts';
import { Button } from './parts/Button.tsx';
import { Menu } from './parts/Menu.tsx';
import { usePopover } from './parts/Popover.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

const SAVES = [
  { id: 'save', scale: 1 },
  { id: 'save-large', scale: 2 },
] as const;

export function SaveMenu(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const lattice = usePage((state) => state.lattice);
  const possible = usePage((state) => isPossible(commandOf('save'), state));
  const items = SAVES.map(({ id, scale }) => ({
    label: en.header.saveAs(pictureWidth(lattice) * scale, pictureHeight(lattice) * scale, scale),
    keys: keyText(commandOf(id).keys[0] ?? ''),
    run: () => runCommand(studio, id),
  }));
  return (
    <>
      <Button
        {...tie.anchor}
        kind="quiet"
        className={header.wordy ?? ''}
        icon={<Download size={17} aria-hidden />}
        disabled={!possible}
        title={possible ? undefined : en.header.nothingToSave}
      >
        <span className={header.word}>{en.header.saveMenu}</span>
      </Button>
      <Menu label={en.header.saveMenu} tie={tie} items={items} />
    </>
  );
}
