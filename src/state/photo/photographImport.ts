import type { Lattice } from '../../core/lattice.ts';
import type { Problem } from '../../core/problem.ts';

/** A photograph that was opened, until it is completed or left. Its pixels are the importer's. */
export type PhotographImport =
  { readonly phase: 'failed'; readonly name: string; readonly problem: Problem } | ReadPhotograph;

/** The part that is kept: what Image GPT keeps comes first. */
export const KEEP_PRESETS = ['top', 'bottom', 'left', 'right', 'all'] as const;
export type KeepPreset = (typeof KEEP_PRESETS)[number];

export const KEEP_TOOLS = ['brush', 'rectangle'] as const;
/** What a press on the photograph marks as kept. */
export type KeepTool = (typeof KEEP_TOOLS)[number];

/**
 * What the completed part is painted from: nothing, so that the model decides, the layout that is there, or what the
 * photograph itself shows.
 */
export const PHOTOGRAPH_LAYOUTS = ['any', 'painted', 'own'] as const;
export type PhotographLayout = (typeof PHOTOGRAPH_LAYOUTS)[number];

export interface ReadPhotograph {
  readonly phase: 'read';
  readonly name: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly firstFrame: boolean;
  /** Which part of it becomes the picture: see `PhotographCrop`. */
  readonly lattice: Lattice;
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** How many cells are kept. */
  readonly kept: number;
  readonly tool: KeepTool;
  /** Of the brush, in layout pixels. */
  readonly brushSize: number;
  readonly layout: PhotographLayout;
  /** The mood nearest to it; undefined where the model does not say what its moods are like, or before it is cut. */
  readonly mood: number | undefined;
  /** The picture is completed in that mood. */
  readonly takesMood: boolean;
  /** Whether the part that is seen is the one that was asked for. */
  readonly cut: boolean;
}
