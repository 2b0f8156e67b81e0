import type { GraphName, Manifest } from '../../src/protocol/manifest.ts';
import type { ModelNeed } from '../../src/protocol/paintEngine.ts';

/** Graphs that are tried, measured and moved between backends together. */
export type Group = 'decoder' | 'step' | 'context' | 'encoder' | 'segmenter';

const SHARED = { step: ['step'], encoder: ['encoder'], segmenter: ['segmenter'] } as const;

export const GRAPHS: Record<Manifest['kind'], Record<Group, readonly GraphName[]>> = {
  lattice: { ...SHARED, decoder: ['features', 'upsampler'], context: ['context'] },
  sliding: { ...SHARED, decoder: ['decoder'], context: ['condition'] },
};

/** The others run once a job or a photograph: a measurement would cost more than it wins. */
export const MEASURED: ReadonlySet<Group> = new Set(['decoder', 'step']);

export const GROUPS: Record<ModelNeed, readonly Group[]> = {
  look: ['decoder'],
  sample: ['step', 'context'],
  paint: ['decoder', 'step', 'context'],
  encode: ['encoder'],
  segment: ['segmenter'],
};
