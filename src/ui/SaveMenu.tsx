import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { pictureSize } from '../core/picturePixels.ts';
import { commandOf, isPossible, runCommand, type CommandId } from '../state/commands.ts';
import header from './AppHeader.module.css';
import { words } from './i18n/words.ts';
import { keyText } from './keyNames.ts';
import { Button } from './parts/Button.tsx';
import { Menu } from './parts/Menu.tsx';
import { usePopover } from './parts/Popover.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

const PICTURES = [
  { id: 'save', scale: 1 },
  { id: 'save-large', scale: 2 },
] as const;

const OTHERS = [
  'save-pair',
  'save-layout',
  'save-layout-coco-stuff',
  'save-layout-gaugan',
  'save-layout-ade20k',
  'save-project',
] as const satisfies readonly CommandId[];

/** Everything that can be taken along; what is not there yet is left out. */
export function SaveMenu(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const lattice = usePage((state) => state.lattice);
  const cellPixels = usePage((state) => state.cellPixels);
  const { width, height } = pictureSize(lattice, cellPixels);
  const hasPicture = usePage((state) => isPossible(commandOf('save'), state));
  const item = (id: CommandId, label: string = words.commands[id]) => {
    const [key] = commandOf(id).keys;
    return { label, ...(key !== undefined && { keys: keyText(key) }), run: () => runCommand(studio, id) };
  };
  const pictures = PICTURES.map(({ id, scale }) => item(id, words.header.saveAs(width * scale, height * scale, scale)));
  const others = OTHERS.filter((id) => hasPicture || id !== 'save-pair').map((id) => item(id));
  return (
    <>
      <Button {...tie.anchor} kind="quiet" className={header.wordy ?? ''} icon={<Download size={17} aria-hidden />}>
        <span className={header.word}>{words.header.saveMenu}</span>
      </Button>
      <Menu label={words.header.saveMenu} tie={tie} items={[...(hasPicture ? pictures : []), ...others]} />
    </>
  );
}
