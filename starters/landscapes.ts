import type { Lattice } from '../src/core/lattice.ts';
import { clouds, lake, ridge, type Shape } from './shapes.ts';

/** A landscape as it would be painted: shapes from the back to the front. */
export interface Landscape {
  readonly id: string;
  readonly title: string;
  readonly lattice: Lattice;
  readonly shapes: readonly Shape[];
  readonly mood: number;
  readonly seed: number;
}

const SKY = 1;
const MOUNTAIN = 3;
const SNOW = 4;
const ROCK = 5;
const TREES = 6;
const GRASS = 7;
const PLANTS = 8;
const WATER = 9;
const SAND = 10;
const wide: Lattice = { rows: 16, columns: 32 };

/** The first one is what the page opens with. Seeds and moods were chosen by eye among many. */
export const LANDSCAPES: readonly Landscape[] = [
  {
    id: 'lake',
    title: 'A lake under mountains',
    lattice: wide,
    shapes: [
      ridge(SKY, { at: 0 }),
      clouds({ at: 0.13, size: 0.12, seed: 5 }),
      ridge(MOUNTAIN, { at: 0.36, height: 0.3, seed: 11, rough: 0.55 }),
      ridge(TREES, { at: 0.55, height: 0.06, seed: 3, rough: 0.8 }),
      ridge(WATER, { at: 0.63, height: 0.015, seed: 4 }),
      ridge(GRASS, { at: 0.9, height: 0.16, seed: 8 }),
    ],
    mood: 0,
    seed: 1,
  },
  {
    id: 'snow',
    title: 'The first snow',
    lattice: wide,
    shapes: [
      ridge(SKY, { at: 0 }),
      ridge(SNOW, { at: 0.4, height: 0.36, seed: 21, rough: 0.5 }),
      ridge(MOUNTAIN, { at: 0.58, height: 0.16, seed: 23, rough: 0.6 }),
      ridge(TREES, { at: 0.72, height: 0.08, seed: 24, rough: 0.9 }),
      ridge(SNOW, { at: 0.84, height: 0.06, seed: 25 }),
    ],
    mood: 0,
    seed: 1,
  },
  {
    id: 'coast',
    title: 'Low tide',
    lattice: wide,
    shapes: [
      ridge(SKY, { at: 0 }),
      clouds({ at: 0.2, size: 0.2, seed: 31 }),
      ridge(WATER, { at: 0.5 }),
      ridge(SAND, { at: 0.78, height: 0.14, seed: 32 }),
      ridge(ROCK, { at: 0.62, height: 0.3, seed: 33, rough: 0.6, from: 0.7, to: 1.2 }),
    ],
    mood: 0,
    seed: 1,
  },
  {
    id: 'forest',
    title: 'The edge of the wood',
    lattice: { rows: 16, columns: 16 },
    shapes: [
      ridge(SKY, { at: 0 }),
      ridge(TREES, { at: 0.3, height: 0.2, seed: 41, rough: 0.85 }),
      ridge(GRASS, { at: 0.68, height: 0.08, seed: 42 }),
      lake(WATER, { x: 0.62, y: 0.86, width: 0.5, height: 0.12, seed: 43 }),
      ridge(PLANTS, { at: 0.93, height: 0.12, seed: 44, rough: 0.8 }),
    ],
    mood: 0,
    seed: 1,
  },
  {
    id: 'valley',
    title: 'An upright valley',
    lattice: { rows: 24, columns: 16 },
    shapes: [
      ridge(SKY, { at: 0 }),
      clouds({ at: 0.14, size: 0.12, seed: 51 }),
      ridge(MOUNTAIN, { at: 0.34, height: 0.26, seed: 52, rough: 0.5 }),
      ridge(TREES, { at: 0.52, height: 0.1, seed: 53, rough: 0.8 }),
      ridge(GRASS, { at: 0.66, height: 0.06, seed: 54 }),
      lake(WATER, { x: 0.45, y: 0.8, width: 0.7, height: 0.16, seed: 55 }),
    ],
    mood: 0,
    seed: 1,
  },
];
