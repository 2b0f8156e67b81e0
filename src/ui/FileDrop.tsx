import { useEffect, useState, type ReactElement } from 'react';
import { runCommand } from '../state/commands.ts';
import { openFiles } from '../state/openFiles.ts';
import styles from './FileDrop.module.css';
import { en } from './i18n/en.ts';
import { useStudio } from './StudioContext.tsx';

/** Opens what is dropped anywhere on the page, or pasted, and shows where while something is dragged over it. */
export function FileDrop(): ReactElement {
  const studio = useStudio();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    /** Without this a browser leaves the page and shows the file. */
    const claim = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    window.addEventListener(
      'dragenter',
      (event) => {
        claim(event);
        setOver(hasFiles(event));
      },
      { signal },
    );
    window.addEventListener('dragover', claim, { signal });
    // Leaving for nowhere is leaving the page; every element on the way sends one, too.
    window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        void openFiles(studio, [...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    window.addEventListener(
      'paste',
      ({ clipboardData, target }) => {
        const files = [...(clipboardData?.files ?? [])];
        if (files.length > 0) void openFiles(studio, files);
        else if (!(target instanceof HTMLInputElement)) runCommand(studio, 'paste');
      },
      { signal },
    );
    return () => controller.abort();
  }, [studio]);

  return (
    <div className={styles.veil} data-over={over} aria-hidden>
      <div className={styles.sign}>
        <p className={styles.words}>{en.maps.drop}</p>
        <p>{en.maps.dropNote}</p>
      </div>
    </div>
  );
}
