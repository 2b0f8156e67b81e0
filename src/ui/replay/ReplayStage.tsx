import { Pause, Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { Slider } from '../parts/Slider.tsx';
import styles from './ReplayStage.module.css';
import type { Player } from './usePlayer.ts';

/** The picture at a moment, with what moves through the moments. */
export function ReplayStage({ player }: { readonly player: Player }): ReactElement {
  const { replay, canvas, step, playing } = player;
  return (
    <div className={form.column}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={replay.width}
        height={replay.height}
        role="img"
        aria-label={words.replay.canvas}
      />
      <div className={styles.controls}>
        <IconButton
          tip="above"
          label={playing ? words.replay.pause : words.replay.play}
          icon={playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
          onClick={() => player.toggle()}
        />
        <div className={styles.slider}>
          <Slider
            label={words.replay.moment}
            value={step}
            minimum={0}
            maximum={replay.steps}
            text={words.replay.tokens(replay.tokensAt(step), replay.tokensAt(replay.steps))}
            onChange={(next) => player.seek(next)}
          />
        </div>
      </div>
    </div>
  );
}
