import type { SamplingSettings } from '../../protocol/paintEngine.ts';
import { DEFAULT_SETTINGS } from '../pageState.ts';

type Narrowing = Pick<SamplingSettings, 'temperature' | 'topK' | 'topP'>;

const { temperature, topK, topP } = DEFAULT_SETTINGS;

/** The plain slider's steps, from the most likely picture to the most surprising one. */
export const VARIETY_STEPS = [
  { temperature: 0.7, topK: 20, topP: 0.9 },
  { temperature: 0.85, topK: 50, topP: 0.95 },
  { temperature, topK, topP },
  { temperature: 1.1, topK: 300, topP: 1 },
  { temperature: 1.25, topK: 1024, topP: 1 },
] as const satisfies readonly Narrowing[];

export function settingsOfStep(step: number): Narrowing {
  const last = VARIETY_STEPS.length - 1;
  return VARIETY_STEPS[Math.min(last, Math.max(0, Math.round(step)))]!;
}

/** @returns undefined for settings of a person's own */
export function stepOf(settings: Narrowing): number | undefined {
  const step = VARIETY_STEPS.findIndex(
    (one) => one.temperature === settings.temperature && one.topK === settings.topK && one.topP === settings.topP,
  );
  return step === -1 ? undefined : step;
}
