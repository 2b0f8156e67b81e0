import { Ellipsis } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { layoutHeight, layoutWidth } from '../../core/lattice.ts';
import { MOST_TITLE } from '../../io/workInfo.ts';
import { openDialog } from '../../state/view/toolActions.ts';
import { duplicateStored, openStored, renameStored, saveStored } from '../../state/work/pictureActions.ts';
import type { ListedPicture } from '../../state/work/pictureList.ts';
import { words } from '../i18n/words.ts';
import { Button, ICON, IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { Menu } from '../parts/Menu.tsx';
import { usePopover } from '../parts/Popover.tsx';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './PicturesDialog.module.css';

interface PictureCardProps {
  readonly picture: ListedPicture;
  /** Does something that the list has to show. */
  readonly onChange: (what: () => Promise<void>) => void;
  readonly onDelete: () => void;
}

/** One of a person's pictures: a press opens it, its menu has the rest. */
export function PictureCard({ picture, onChange, onDelete }: PictureCardProps): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const [renaming, setRenaming] = useState(false);
  const { id, info, open, readable, time } = picture;
  const title = info?.title ?? '';

  const items = [
    { label: words.pictures.rename, run: () => setRenaming(true), isOffered: readable && open !== 'elsewhere' },
    {
      label: words.pictures.duplicate,
      run: () => onChange(() => duplicateStored(studio, id, words.pictures.copyOf(title))),
      isOffered: readable,
    },
    {
      label: readable ? words.pictures.saveProject : words.pictures.saveRaw,
      run: () => void saveStored(studio, picture),
      isOffered: true,
    },
    // Another tab would write it again.
    { label: words.pictures.remove, run: onDelete, isOffered: open !== 'elsewhere' },
  ];

  function rename(next: string): void {
    setRenaming(false);
    if (info) onChange(() => renameStored(studio, id, info, next));
  }

  function openIt(): void {
    openDialog(studio, undefined);
    if (open !== 'here') void openStored(studio, id);
  }

  return (
    <li className={styles.card}>
      <button
        type="button"
        className={styles.open}
        aria-label={words.pictures.open(title)}
        aria-describedby={`${id}-about`}
        disabled={!readable || open === 'elsewhere'}
        onClick={openIt}
      >
        <ThumbnailCanvas className={styles.preview} thumbnail={info?.thumbnail} />
      </button>
      <div className={styles.foot}>
        {renaming ? (
          <TitleField title={title} onDone={rename} onLeave={() => setRenaming(false)} />
        ) : (
          <span className={styles.title}>{title === '' ? words.pictures.untitled : title}</span>
        )}
        <IconButton {...tie.anchor} tip="above end" label={words.pictures.more(title)} icon={<Ellipsis {...ICON} />} />
        <Menu label={words.pictures.more(title)} tie={tie} items={items.filter(({ isOffered }) => isOffered)} />
      </div>
      <p id={`${id}-about`} className={styles.about}>
        {!readable && <strong>{words.pictures.unreadable}</strong>}
        {open !== 'nowhere' && <strong>{words.pictures.marks[open]}</strong>}
        {info?.from === 'link' && <strong>{words.pictures.link}</strong>}
        <span>{words.pictures.date(time)}</span>
        {info && <span>{words.pictures.size(layoutWidth(info.lattice), layoutHeight(info.lattice))}</span>}
      </p>
    </li>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly onDone: (title: string) => void;
  readonly onLeave: () => void;
}

function TitleField({ title, onDone, onLeave }: TitleFieldProps): ReactElement {
  const [value, setValue] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  // The menu that it was chosen in gives the focus back first.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.select());
    return () => clearTimeout(timer);
  }, []);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(value);
      }}
    >
      <label htmlFor={fieldId} className="visually-hidden">
        {words.pictures.title}
      </label>
      <input
        ref={field}
        id={fieldId}
        className={form.input}
        type="text"
        maxLength={MOST_TITLE}
        value={value}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Leaves the field, and not the dialog.
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <Button type="submit">{words.pictures.apply}</Button>
    </form>
  );
}
