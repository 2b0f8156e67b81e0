import type { Lattice } from '../src/core/lattice.ts';
import { clouds, ridge, type Shape } from './shapes.ts';

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
      clouds({ at: 0.1, size: 0.12, seed: 5 }),
      ridge(MOUNTAIN, { at: 0.36, height: 0.6, seed: 12, rough: 0.5 }),
      ridge(TREES, { at: 0.55, height: 0.06, seed: 3, rough: 0.8 }),
      ridge(WATER, { at: 0.63, height: 0.015, seed: 4 }),
      ridge(GRASS, { at: 0.9, height: 0.16, seed: 8 }),
    ],
    mood: 0,
    seed: 4,
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
    seed: 2,
  },
  {
    id: 'forest',
    title: 'The edge of the wood',
    lattice: { rows: 16, columns: 16 },
    shapes: [
      ridge(SKY, { at: 0 }),
      ridge(TREES, { at: 0.34, height: 0.3, seed: 41, rough: 0.8 }),
      ridge(GRASS, { at: 0.68, height: 0.1, seed: 42 }),
    ],
    mood: 0,
    seed: 1,
  },
  {
    id: 'dusk',
    title: 'Dusk over the water',
    lattice: wide,
    shapes: [
      ridge(SKY, { at: 0 }),
      clouds({ at: 0.25, size: 0.2, seed: 61 }),
      ridge(MOUNTAIN, { at: 0.52, height: 0.2, seed: 62, rough: 0.5 }),
      ridge(WATER, { at: 0.6 }),
    ],
    mood: 5,
    seed: 8,
  },
  {
    id: 'valley',
    title: 'An upright valley',
    lattice: { rows: 24, columns: 16 },
    shapes: [
      ridge(SKY, { at: 0 }),
      clouds({ at: 0.14, size: 0.12, seed: 51 }),
      ridge(MOUNTAIN, { at: 0.36, height: 0.4, seed: 57, rough: 0.5 }),
      ridge(TREES, { at: 0.52, height: 0.1, seed: 53, rough: 0.8 }),
      ridge(WATER, { at: 0.62 }),
      ridge(GRASS, { at: 0.82, height: 0.12, seed: 54 }),
    ],
    mood: 0,
    seed: 4,
  },
];
