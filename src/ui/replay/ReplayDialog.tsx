import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { replayOf, type Replay } from '../../core/replay.ts';
import { canRecordVideo, recordVideo } from '../../io/replayVideo.ts';
import { isAbort, maySaveNow, saveBlob } from '../../io/saveFile.ts';
import { canContinue, continueFrom } from '../../state/replay/continueFrom.ts';
import { tell } from '../../state/saveActions.ts';
import { openDialog } from '../../state/toolActions.ts';
import { windowOf } from '../../protocol/manifest.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { GROUND } from './ground.ts';
import { ReplayStage } from './ReplayStage.tsx';
import styles from './ReplayStage.module.css';
import { usePlayer } from './usePlayer.ts';

const { replay: words } = en;

const FILES = {
  gif: { name: 'replay.gif', type: 'image/gif' },
  video: { name: 'replay.webm', type: 'video/webm' },
} as const;

/** A file that waits for a click to be saved. */
interface Made {
  readonly what: keyof typeof FILES;
  readonly blob: Blob;
}

/** The picture once more, token by token. */
export default function ReplayDialog(): ReactElement {
  const { document } = useStudio();
  const window = usePage(({ bundle }) => windowOf(bundle.manifest));
  const replay = useMemo(() => replayOf(document.lattice, window, document.picture, GROUND), [document, window]);
  return (
    <Dialog heading={words.heading} wide>
      <Player replay={replay} />
    </Dialog>
  );
}

function Player({ replay }: { readonly replay: Replay }): ReactElement {
  const studio = useStudio();
  const possible = usePage(canContinue);
  const canvas = useRef<HTMLCanvasElement>(null);
  const player = usePlayer(replay, canvas);
  const [said, setSaid] = useState('');
  const [made, setMade] = useState<Made>();
  const [making, setMaking] = useState<keyof typeof FILES>();
  const abort = useRef<AbortController>(undefined);
  // Whoever closes the dialog wants no file any more.
  useEffect(() => () => abort.current?.abort(), []);

  async function keep({ what, blob }: Made): Promise<void> {
    const { name, type } = FILES[what];
    try {
      if ((await saveBlob(Promise.resolve(blob), name, type)) === 'saved') setMade(undefined);
    } catch (error) {
      tell(studio, error);
    }
  }

  async function save(what: keyof typeof FILES, make: (signal: AbortSignal) => Promise<Blob>): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    setMaking(what);
    setMade(undefined);
    try {
      const file = { what, blob: await make(controller.signal) };
      setMade(file);
      setSaid(words.made(file.blob.size));
      if (maySaveNow()) await keep(file);
    } catch (error) {
      if (isAbort(error)) setSaid('');
      else tell(studio, error);
    } finally {
      setMaking(undefined);
    }
  }

  const gif = async (signal: AbortSignal) => {
    const { document, files, store } = studio;
    const window = windowOf(store.getState().bundle.manifest);
    const { lattice, picture } = document;
    const request = { file: 'gif', lattice, window, picture, ground: GROUND } as const;
    const bytes = await files.make(request, {
      signal,
      onProgress: (done, total) => setSaid(words.making(done, total)),
    });
    return new Blob([bytes], { type: 'image/gif' });
  };
  const video = (signal: AbortSignal) => {
    setSaid(words.recording);
    const { current } = canvas;
    if (!current) throw new TypeError('There is nothing to record.');
    return recordVideo(current, (stop) => player.play(stop), signal);
  };

  return (
    <>
      <ReplayStage replay={replay} player={player} canvas={canvas} locked={making === 'video'} />
      <div className={styles.actions}>
        <Button
          kind="action"
          disabled={!possible || making !== undefined || player.step >= replay.steps}
          onClick={() => {
            openDialog(studio, undefined);
            void continueFrom(studio, replay, player.step);
          }}
        >
          {words.goOn}
        </Button>
        <Button disabled={making !== undefined} onClick={() => void save('gif', gif)}>
          {words.gif}
        </Button>
        {canRecordVideo() && (
          <Button disabled={making !== undefined} onClick={() => void save('video', video)}>
            {words.video}
          </Button>
        )}
        {made !== undefined && (
          <Button kind="action" onClick={() => void keep(made)}>
            {words.keep(FILES[made.what].name)}
          </Button>
        )}
        {making !== undefined && <Button onClick={() => abort.current?.abort()}>{words.stop}</Button>}
        <span className={styles.note} role="status">
          {said}
        </span>
      </div>
      <p className={styles.note}>{words.note}</p>
    </>
  );
}
