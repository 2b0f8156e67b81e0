import type { GraphName, Manifest } from '../../src/protocol/manifest.ts';
import type { ModelNeed } from '../../src/protocol/paintEngine.ts';

/** Graphs that are tried, measured and moved between backends together. */
export type Group = 'decoder' | 'step' | 'context' | 'encoder' | 'segmenter';

export const GRAPHS: Record<Manifest['kind'], Record<Group, readonly GraphName[]>> = {
  lattice: {
    decoder: ['features', 'upsampler'],
    step: ['step'],
    context: ['context'],
    encoder: ['encoder'],
    segmenter: ['segmenter'],
  },
  sliding: {
    decoder: ['decoder'],
    step: ['step'],
    context: ['condition'],
    encoder: ['encoder'],
    segmenter: ['segmenter'],
  },
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
