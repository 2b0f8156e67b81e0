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
  Search,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, runCommand, type CommandId } from '../state/commands.ts';
import { THEMES } from '../state/pageState.ts';
import { openBundleFiles } from '../state/painting/bundleActions.ts';
import { LANGUAGES } from '../core/language.ts';
import { setPage } from '../state/view/toolActions.ts';
import { LANGUAGE_NAMES } from './i18n/languages.ts';
import { words } from './i18n/words.ts';
import { keyText } from './keyNames.ts';
import { Menu } from './parts/Menu.tsx';
import { usePopover } from './parts/Popover.tsx';
import { Segments } from './parts/Segments.tsx';
import { Select } from './parts/Select.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { ICON, IconButton } from './parts/Button.tsx';

/** What is seldom wanted. */
export function MoreMenu(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const theme = usePage((state) => state.theme);
  const language = usePage((state) => state.language);
  /** A line of the command table, with one of its keys. */
  const itemOf = (id: CommandId, icon: ReactElement, which = 0) => {
    const key = commandOf(id).keys[which];
    return { label: words.commands[id], icon, keys: key && keyText(key), run: () => runCommand(studio, id) };
  };
  const items = [
    itemOf('pictures', <Album {...ICON} />),
    itemOf('open', <FileUp {...ICON} />),
    itemOf('photograph', <ImagePlus {...ICON} />),
    itemOf('gallery', <GalleryHorizontalEnd {...ICON} />),
    itemOf('find', <Search {...ICON} />),
    { ...itemOf('help', <CircleQuestionMark {...ICON} />, 1), ofKeys: true },
    itemOf('storage', <HardDrive {...ICON} />),
    itemOf('about', <Info {...ICON} />),
    { label: words.header.openFiles, icon: <File {...ICON} />, run: () => void openBundleFiles(studio, 'files') },
    {
      label: words.header.openFolder,
      icon: <FolderOpen {...ICON} />,
      run: () => void openBundleFiles(studio, 'folder'),
    },
  ];
  return (
    <>
      <IconButton {...tie.anchor} tip="below end" label={words.header.more} icon={<Ellipsis size={18} aria-hidden />} />
      <Menu label={words.header.more} tie={tie} items={items}>
        <Segments
          legend={words.header.theme}
          name="theme"
          value={theme}
          options={THEMES.map((one) => ({ value: one, label: words.header.themes[one] }))}
          onChange={(next) => setPage(studio, { theme: next })}
        />
        <Select
          label={words.header.language}
          value={language}
          options={[
            { value: 'system', label: words.header.systemLanguage },
            ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] })),
          ]}
          onChange={(next) => setPage(studio, { language: next })}
        />
      </Menu>
    </>
  );
}
