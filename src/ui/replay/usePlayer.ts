import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { REPLAY_SECONDS, replayOf, type Replay } from '../../core/replay.ts';
import { windowOf } from '../../protocol/manifest.ts';
import { usePage, useStudio } from '../StudioContext.tsx';

/** An empty cell of a replay: neither of the page's two grounds, because it goes into files. 0xrrggbb */
export const GROUND = 0x9aa3a3;

const REPLAY_MILLISECONDS = 1000 * REPLAY_SECONDS;

export interface Player {
  readonly replay: Replay;
  /** On which it is drawn. */
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly step: number;
  readonly playing: boolean;
  seek(step: number): void;
  toggle(): void;
  /** From the beginning to the end. */
  play(): void;
}

/** Replays the picture that is there on a canvas, moment by moment. */
export function usePlayer(): Player {
  const { document } = useStudio();
  const window = usePage(({ bundle }) => windowOf(bundle.manifest));
  const replay = useMemo(
    () => replayOf({ lattice: document.lattice, window, picture: document.picture, ground: GROUND }),
    [document, window],
  );
  const canvas = useRef<HTMLCanvasElement>(null);
  const [step, setStep] = useState(replay.steps);
  const [playing, setPlaying] = useState(false);
  const frame = useRef(0);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(replay.frame(step), replay.width, replay.height), 0, 0);
  }, [replay, step]);

  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function stop(): void {
    cancelAnimationFrame(frame.current);
    setPlaying(false);
  }

  function run(from: number): void {
    cancelAnimationFrame(frame.current);
    const start = performance.now() - (from / replay.steps) * REPLAY_MILLISECONDS;
    setPlaying(true);
    const draw = (now: number) => {
      const next = Math.min(replay.steps, Math.floor(((now - start) / REPLAY_MILLISECONDS) * replay.steps));
      setStep(Math.max(0, next));
      if (next >= replay.steps) stop();
      else frame.current = requestAnimationFrame(draw);
    };
    frame.current = requestAnimationFrame(draw);
  }

  return {
    replay,
    canvas,
    step,
    playing,
    seek(next) {
      stop();
      setStep(next);
    },
    toggle() {
      if (playing) stop();
      else run(step >= replay.steps ? 0 : step);
    },
    play: () => run(0),
  };
}
