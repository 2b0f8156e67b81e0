import { useEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import type { LayoutClass } from '../core/classes.ts';
import { classCommandId, commandOf } from '../state/commands.ts';
import { chooseClass } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
import { ariaKeys, keyText } from './keyNames.ts';
import styles from './Palette.module.css';
import choice from './parts/Choice.module.css';
import { useLongPress } from './parts/useLongPress.ts';
import { usePhone } from './phone/usePhone.ts';
import { lazyPart } from './parts/lazyPart.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { usePalette } from './usePalette.ts';

const ClassMenu = lazyPart(() => import('./region/ClassMenu.tsx'));

/** The classes as wells of paint. */
export function Palette(): ReactElement {
  const studio = useStudio();
  const palette = usePalette();
  const classId = usePage((state) => state.classId);
  const [menu, setMenu] = useState<{ readonly of: LayoutClass; readonly at: HTMLElement }>();
  const longPress = useLongPress();
  const phone = usePhone();
  const seen = usePage((state) => state.view === 'layout');
  const wells = useRef<HTMLDivElement>(null);
  const chosen = palette.findIndex(({ id }) => id === classId);
  useEffect(() => {
    // The strip of a phone shows a few of them.
    if (phone && seen) wells.current?.children[chosen]?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [phone, seen, chosen]);
  return (
    <fieldset className={styles.palette}>
      <legend className="visually-hidden">{words.layout.palette}</legend>
      <div ref={wells} className={styles.wells} data-scrolls={phone || undefined}>
        {palette.map((one) => {
          const { id, name, color } = one;
          const command = classCommandId(id);
          const keys = command ? commandOf(command).keys : [];
          return (
            <label
              key={id}
              className={`${choice.choice} ${styles.well}`}
              style={{ '--paint': color } as CSSProperties}
              {...longPress((well) => setMenu({ of: one, at: well.querySelector('input') ?? well }))}
            >
              <input
                type="radio"
                className={choice.input}
                name="class"
                aria-label={name}
                checked={id === classId}
                aria-keyshortcuts={ariaKeys(keys)}
                onChange={() => chooseClass(studio, id)}
                onClick={() => chooseClass(studio, id)}
              />
              <span className={`${styles.paint} own-colors`} />
              <span className={styles.name}>{name}</span>
              <kbd className={styles.key} aria-hidden>
                {keys[0] && keyText(keys[0])}
              </kbd>
            </label>
          );
        })}
      </div>
      {menu && <ClassMenu key={menu.of.id} {...menu} onClose={() => setMenu(undefined)} />}
    </fieldset>
  );
}
