import { useEffect, useState, type ReactElement } from 'react';
import { listen } from '../canvas/listen.ts';
import { runCommand } from '../state/commands.ts';
import { findLink } from '../core/shareLink/findLink.ts';
import { readDropped } from '../io/droppedContent.ts';
import { openDropped } from '../state/arrival/openFiles.ts';
import styles from './FileDrop.module.css';
import { words } from './i18n/words.ts';
import { useStudio } from './StudioContext.tsx';

const KINDS = ['Files', 'text/uri-list', 'text/plain'];

/** Opens what is dropped anywhere on the page, or pasted, and shows where while something is dragged over it. */
export function FileDrop(): ReactElement {
  const studio = useStudio();
  const [over, setOver] = useState(false);

  useEffect(() => {
    let isOwn = false;
    /** Files; an address or a text, which may be a picture of another page or a link; nothing that is dragged within this one. */
    const isOurs = ({ dataTransfer, target }: DragEvent) =>
      !isOwn && !isField(target) && KINDS.some((kind) => dataTransfer?.types.includes(kind));
    /** Without this a browser leaves the page and shows the file. */
    const claim = (event: DragEvent) => {
      if (isOurs(event)) event.preventDefault();
    };
    return listen(window, {
      dragstart: () => (isOwn = true),
      dragend: () => (isOwn = false),
      dragenter: (event) => {
        claim(event);
        setOver(isOurs(event));
      },
      dragover: claim,
      // Leaving for nowhere is leaving the page; every element on the way sends one, too.
      dragleave: ({ relatedTarget }) => relatedTarget === null && setOver(false),
      drop: (event) => {
        setOver(false);
        if (!isOurs(event)) return;
        event.preventDefault();
        void readDropped(event.dataTransfer).then((content) => openDropped(studio, content));
      },
      paste: ({ clipboardData, target }) => {
        const hasFiles = (clipboardData?.files.length ?? 0) > 0;
        if (isField(target) && !hasFiles) return;
        const hasLink = findLink(clipboardData?.getData('text/plain') ?? '') !== undefined;
        if (hasLink || hasFiles) {
          // An address alone is not fetched: it may have been copied for anything.
          void readDropped(clipboardData).then((content) => openDropped(studio, { ...content, address: undefined }));
        } else runCommand(studio, 'paste');
      },
    });
  }, [studio]);

  return (
    <div className={styles.veil} data-over={over} aria-hidden>
      <div className={styles.sign}>
        <p className={styles.words}>{words.maps.drop}</p>
        <p>{words.maps.dropNote}</p>
      </div>
    </div>
  );
}

/** What takes text takes it as it comes. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
