import type { ReactElement } from 'react';
import { encode } from 'uqr';
import { en } from '../i18n/en.ts';
import styles from './ShareDialog.module.css';

/** Bytes of the largest QR code with the least error correction (ISO/IEC 18004, version 40-L). */
const MOST_BYTES = 2_953;
/** Modules of a side from which telephones need a steady hand. */
const DENSE = 101;

/** A text as a QR code while it fits into one. */
export function QrCode({ text }: { readonly text: string }): ReactElement {
  if (text.length > MOST_BYTES) return <p className={styles.note}>{en.share.noCode}</p>;
  const { size, data } = encode(text, { ecc: 'L', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
  return (
    <>
      <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={en.share.code}>
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      {size > DENSE && <p className={styles.note}>{en.share.dense}</p>}
    </>
  );
}
