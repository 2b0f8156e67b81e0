import type { Manifest } from './manifest.ts';

/** What only some kinds of models can do; all of them paint pictures and decode tokens. */
export interface Capabilities {
  /** Follows the layout more closely than it was trained to. */
  readonly guidance: boolean;
  /** Samples a part of a picture with all around it known: repainting, candidates, extending. */
  readonly repaint: boolean;
}

const CAPABILITIES: Record<Manifest['kind'], Capabilities> = {
  lattice: { guidance: true, repaint: true },
  // It sees what is above and to the left, and was never trained without a layout.
  sliding: { guidance: false, repaint: false },
};

/** Of the page's own model, where the manifest is not there yet. */
export function capabilitiesOf(manifest: Manifest | undefined): Capabilities {
  return CAPABILITIES[manifest?.kind ?? 'lattice'];
}
