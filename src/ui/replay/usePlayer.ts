import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Replay } from '../../core/replay.ts';

/** How long a replay takes, whatever the picture's size. Milliseconds. */
export const REPLAY_MILLISECONDS = 6_000;

export interface Player {
  readonly step: number;
  readonly playing: boolean;
  seek(step: number): void;
  toggle(): void;
  /** Plays from the beginning to the end. */
  play(signal?: AbortSignal): Promise<void>;
}

/** Draws a replay on a canvas, moment by moment. */
export function usePlayer(replay: Replay, canvas: RefObject<HTMLCanvasElement | null>): Player {
  const [step, setStep] = useState(replay.steps);
  const [playing, setPlaying] = useState(false);
  const frame = useRef(0);
  const ended = useRef<(() => void) | undefined>(undefined);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(replay.frame(step), replay.width, replay.height), 0, 0);
  }, [replay, canvas, step]);

  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function stop(): void {
    cancelAnimationFrame(frame.current);
    setPlaying(false);
    ended.current?.();
    ended.current = undefined;
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
    play(signal) {
      signal?.addEventListener('abort', stop);
      return new Promise((done) => {
        ended.current = done;
        run(0);
      });
    },
  };
}
