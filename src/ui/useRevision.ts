import { useEffect, useState } from 'react';
import type { PaintDocument } from '../document/paintDocument.ts';

/** A picture that is painted changes many times a second; what is made of it is made anew this often. Milliseconds. */
const PATIENCE = 500;

/** Renders the component again a moment after layout, tokens or picture have changed, and not more often than that. */
export function useRevision(document: PaintDocument, patience = PATIENCE): PaintDocument['revision'] {
  const [revision, setRevision] = useState(document.revision);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = document.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setRevision(document.revision);
      }, patience);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [document, patience]);
  return revision;
}
