import { useEffect, useRef, useState, type ReactElement } from 'react';
import { isAbort, maySaveNow, saveBlob } from '../../io/saveFile.ts';
import { findVideoFormat } from '../../io/videoFormat.ts';
import type { VideoFormat } from '../../protocol/fileMaker.ts';
import { canContinue, continueFrom } from '../../state/replay/continueFrom.ts';
import { orTell, tell } from '../../state/exporting/madeFiles.ts';
import { openDialog } from '../../state/view/toolActions.ts';
import { windowOf } from '../../protocol/manifest.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { ReplayStage } from './ReplayStage.tsx';
import styles from './ReplayStage.module.css';
import { GROUND, usePlayer } from './usePlayer.ts';

/** A file that waits for a click to be saved. */
interface Made {
  readonly name: string;
  readonly blob: Blob;
}

/** The picture once more, token by token. */
export default function ReplayDialog(): ReactElement {
  return (
    <Dialog heading={words.replay.heading} wide>
      <Player />
    </Dialog>
  );
}

function Player(): ReactElement {
  const studio = useStudio();
  const possible = usePage(canContinue);
  const player = usePlayer();
  const { replay } = player;
  const [said, setSaid] = useState('');
  const [made, setMade] = useState<Made>();
  const [making, setMaking] = useState(false);
  const [format, setFormat] = useState<VideoFormat>();
  const abort = useRef<AbortController>(undefined);
  // Whoever closes the dialog wants no file any more.
  useEffect(() => () => abort.current?.abort(), []);
  // Where the browser makes no films there is the GIF.
  useEffect(() => void findVideoFormat(replay.width, replay.height).then(setFormat), [replay]);

  function keep({ name, blob }: Made): Promise<void> {
    return orTell(studio, async () => {
      if ((await saveBlob(Promise.resolve(blob), name, blob.type)) === 'saved') setMade(undefined);
    });
  }

  /** @param video makes a GIF, if left out */
  async function save(video?: VideoFormat): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    setMaking(true);
    setMade(undefined);
    try {
      const { document, files, store } = studio;
      const { lattice, picture } = document;
      const replayed = { lattice, window: windowOf(store.getState().bundle.manifest), picture, ground: GROUND };
      const bytes = await files.make(
        video ? { file: 'video', format: video, ...replayed } : { file: 'gif', ...replayed },
        { signal: controller.signal, onProgress: (done, total) => setSaid(words.replay.making(done, total)) },
      );
      const file = video
        ? { name: `replay.${video.container}`, blob: new Blob([bytes], { type: `video/${video.container}` }) }
        : { name: 'replay.gif', blob: new Blob([bytes], { type: 'image/gif' }) };
      setMade(file);
      setSaid(words.replay.made(file.blob.size));
      if (maySaveNow()) await keep(file);
    } catch (error) {
      if (isAbort(error)) setSaid('');
      else tell(studio, error);
    } finally {
      setMaking(false);
    }
  }

  return (
    <>
      <ReplayStage player={player} />
      <div className={styles.actions}>
        <Button
          kind="action"
          disabled={!possible || making || player.step >= replay.steps}
          onClick={() => {
            openDialog(studio, undefined);
            void continueFrom(studio, replay, player.step);
          }}
        >
          {words.replay.goOn}
        </Button>
        <Button disabled={making} onClick={() => void save()}>
          {words.replay.gif}
        </Button>
        {format && (
          <Button disabled={making} onClick={() => void save(format)}>
            {words.replay.video(format.container)}
          </Button>
        )}
        {made !== undefined && (
          <Button kind="action" onClick={() => void keep(made)}>
            {words.replay.keep(made.name)}
          </Button>
        )}
        {making && <Button onClick={() => abort.current?.abort()}>{words.replay.stop}</Button>}
        <span className={styles.note} role="status">
          {said}
        </span>
      </div>
      <p className={styles.note}>{words.replay.note}</p>
    </>
  );
}
