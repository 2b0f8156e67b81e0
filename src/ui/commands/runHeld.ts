import { runCommand, type Command } from '../../state/commands.ts';
import type { Studio } from '../../state/studio.ts';

/** Runs a command. What a key does for as long as it is held, is done until the next press of anything. */
export function runHeld(studio: Studio, { id, release }: Command): void {
  if (!runCommand(studio, id) || !release) return;
  const stop = new AbortController();
  const end = (event: Event) => {
    // The key that ran it, still down.
    if (event instanceof KeyboardEvent && event.repeat) return;
    stop.abort();
    release(studio);
  };
  for (const type of ['keydown', 'pointerdown']) {
    window.addEventListener(type, end, { capture: true, signal: stop.signal });
  }
}
