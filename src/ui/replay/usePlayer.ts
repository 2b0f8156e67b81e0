import { useEffect, useRef, useState, type RefObject } from 'react';
import { REPLAY_SECONDS, type Replay } from '../../core/replay.ts';

const REPLAY_MILLISECONDS = 1000 * REPLAY_SECONDS;

export interface Player {
  readonly step: number;
  readonly playing: boolean;
  seek(step: number): void;
  toggle(): void;
  /** From the beginning to the end. */
  play(): void;
}

/** Draws a replay on a canvas, moment by moment. */
export function usePlayer(replay: Replay, canvas: RefObject<HTMLCanvasElement | null>): Player {
  const [step, setStep] = useState(replay.steps);
  const [playing, setPlaying] = useState(false);
  const frame = useRef(0);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(replay.frame(step), replay.width, replay.height), 0, 0);
  }, [replay, canvas, step]);

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
