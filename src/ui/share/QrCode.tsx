import { useEffect, useState, type ReactElement } from 'react';
import type { QrCode as Code } from '../../protocol/fileMaker.ts';
import { tell } from '../../state/exporting/madeFiles.ts';
import { words } from '../i18n/words.ts';
import { useStudio } from '../StudioContext.tsx';
import styles from './ShareDialog.module.css';

/** Bytes of the largest QR code with the least error correction (ISO/IEC 18004, version 40-L). */
const MOST_BYTES = 2_953;
/** Modules of a side from which telephones need a steady hand. */
const DENSE = 101;
/** A code is made when nothing was typed for so long. Milliseconds. */
const REST = 150;

/** A text as a QR code while it fits into one. */
export function QrCode({ text }: { readonly text: string }): ReactElement {
  const studio = useStudio();
  const [made, setMade] = useState<Code & { readonly text: string }>();
  const fits = text.length <= MOST_BYTES;

  useEffect(() => {
    if (!fits) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      studio.files.qrCode(text, abort).then(
        (code) => setMade({ ...code, text }),
        (error: unknown) => {
          if (!abort.signal.aborted) tell(studio, error);
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [studio, text, fits]);

  if (!fits) return <p>{words.share.noCode}</p>;
  // While the next one is made the place is kept, so that nothing below it jumps, and the last one is none any more.
  const size = made?.size ?? 1;
  return (
    <>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={words.share.code}
        aria-busy={made?.text !== text}
      >
        <path d={made?.text === text ? made.path : ''} fill="#000" shapeRendering="crispEdges" />
      </svg>
      {size > DENSE && <p>{words.share.dense}</p>}
    </>
  );
}
