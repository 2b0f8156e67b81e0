import { chosenZoom } from '../../core/zoom.ts';
import type { SamplingSettings } from '../../protocol/paintEngine.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';
import type { Studio } from '../studio.ts';
import { settingsOfStep } from './variety.ts';

type Store = Pick<Studio, 'store'>;

export const SEED_MAXIMUM = 0xffffffff;

export const GUIDANCE = { minimum: 1, maximum: 4, step: 0.5 } as const;

/** The zoom that the size says stays the size's: it changes with it. */
export function setZoom({ store }: Store, zoom: number): void {
  store.setState(({ lattice }) => ({ zoom: chosenZoom(zoom, lattice) }));
}

/** What was typed is meant for the next picture. Anything that is no seed is left alone. */
export function setSeed({ store }: Store, seed: number): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > SEED_MAXIMUM) return;
  store.setState(({ settings }) => ({ settings: { ...settings, seed }, seedChosen: true }));
}

export function setVariety({ store }: Store, step: number): void {
  store.setState(({ settings }) => ({ settings: { ...settings, ...settingsOfStep(step) } }));
}

/** The panel shows how a picture of the history was made. A seed that the person holds on to stays theirs. */
export function followOrigin({ store }: Store, { mood, zoom, settings }: PictureOrigin): void {
  const { manifest } = store.getState().bundle;
  const hasMood = manifest === undefined || mood === 0 || manifest.moods.some(({ id }) => id === mood);
  store.setState((state) => {
    const seed = state.seedLocked || state.seedChosen ? state.settings.seed : settings.seed;
    return { settings: { ...settings, seed }, zoom: chosenZoom(zoom, state.lattice), ...(hasMood && { mood }) };
  });
}

const LIMITS: Record<keyof Omit<SamplingSettings, 'seed'>, readonly [number, number]> = {
  temperature: [0, 2],
  topK: [1, 65_535],
  topP: [0.01, 1],
  guidance: [GUIDANCE.minimum, GUIDANCE.maximum],
};

export function setSampling({ store }: Store, key: keyof typeof LIMITS, value: number): void {
  if (!Number.isFinite(value)) return;
  const [least, most] = LIMITS[key];
  const whole = key === 'topK' ? Math.round(value) : value;
  const next = Math.min(most, Math.max(least, whole));
  store.setState(({ settings }) => ({ settings: { ...settings, [key]: next } }));
}
