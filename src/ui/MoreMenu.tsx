import {
  Album,
  CircleQuestionMark,
  Ellipsis,
  File,
  FileUp,
  FolderOpen,
  GalleryHorizontalEnd,
  HardDrive,
  ImagePlus,
  Info,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, runCommand } from '../state/commands.ts';
import { THEMES } from '../state/pageState.ts';
import { openBundleFiles } from '../state/saveActions.ts';
import { setTheme } from '../state/toolActions.ts';
import { en } from './i18n/en.ts';
import { keyText } from './keyNames.ts';
import { Menu } from './parts/Menu.tsx';
import { usePopover } from './parts/Popover.tsx';
import { Segments } from './parts/Segments.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { IconButton } from './parts/Button.tsx';

const ICON = { size: 17, 'aria-hidden': true } as const;

/** What is seldom wanted. */
export function MoreMenu(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const theme = usePage((state) => state.theme);
  const items = [
    {
      label: en.commands.pictures,
      icon: <Album {...ICON} />,
      keys: keyText(commandOf('pictures').keys[0] ?? ''),
      run: () => runCommand(studio, 'pictures'),
    },
    {
      label: en.commands.open,
      icon: <FileUp {...ICON} />,
      keys: keyText(commandOf('open').keys[0] ?? ''),
      run: () => runCommand(studio, 'open'),
    },
    {
      label: en.commands.photograph,
      icon: <ImagePlus {...ICON} />,
      keys: keyText(commandOf('photograph').keys[0] ?? ''),
      run: () => runCommand(studio, 'photograph'),
    },
    {
      label: en.commands.gallery,
      icon: <GalleryHorizontalEnd {...ICON} />,
      keys: keyText(commandOf('gallery').keys[0] ?? ''),
      run: () => runCommand(studio, 'gallery'),
    },
    {
      label: en.commands.help,
      icon: <CircleQuestionMark {...ICON} />,
      keys: keyText(commandOf('help').keys[1] ?? ''),
      run: () => runCommand(studio, 'help'),
    },
    { label: en.commands.storage, icon: <HardDrive {...ICON} />, run: () => runCommand(studio, 'storage') },
    { label: en.commands.about, icon: <Info {...ICON} />, run: () => runCommand(studio, 'about') },
    { label: en.header.openFiles, icon: <File {...ICON} />, run: () => void openBundleFiles(studio, 'files') },
    { label: en.header.openFolder, icon: <FolderOpen {...ICON} />, run: () => void openBundleFiles(studio, 'folder') },
  ];
  return (
    <>
      <IconButton {...tie.anchor} tip="below end" label={en.header.more} icon={<Ellipsis size={18} aria-hidden />} />
      <Menu label={en.header.more} tie={tie} items={items}>
        <Segments
          legend={en.header.theme}
          name="theme"
          value={theme}
          options={THEMES.map((one) => ({ value: one, label: en.header.themes[one] }))}
          onChange={(next) => setTheme(studio, next)}
        />
      </Menu>
    </>
  );
}
