import { useEffect, useState } from 'react';
import { writtenFormats } from '../../io/pictureFormats.ts';
import type { PictureFormat } from '../../protocol/fileMaker.ts';

/** What this browser writes pictures in: PNG, and what else it says after a moment. */
export function useWrittenFormats(): readonly PictureFormat[] {
  const [formats, setFormats] = useState<readonly PictureFormat[]>(['png']);
  useEffect(() => {
    let isGone = false;
    void writtenFormats().then((found) => {
      if (!isGone) setFormats(found);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return formats;
}
