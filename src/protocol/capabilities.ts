import type { Manifest } from './manifest.ts';

/** What only some models can do; all of them paint pictures and decode tokens. */
export interface Capabilities {
  /** Follows the layout more closely than it was trained to. */
  readonly guidance: boolean;
  /** Samples a part of a picture with all around it known: repainting, candidates, extending. */
  readonly repaint: boolean;
  /** Is told how near the picture is to be. */
  readonly zoom: boolean;
}

/** How strong the guidance of a model without a second pass was trained to be: `training/plein_air/stage2`. */
const DISTILLED: readonly [number, number] = [1, 4];
/** With a second pass any strength can be computed; beyond this nothing is won. */
const TWO_PASSES: readonly [number, number] = [0, 8];

/** Whether guidance costs no second pass: it is distilled into the model. */
export function isDistilled(manifest: Manifest | undefined): boolean {
  return manifest?.kind === 'lattice' && manifest.guidance === 'distilled';
}

/** The least and the greatest strength of the guidance that a model knows: 1 alone, where it knows none. */
export function guidanceRange(manifest: Manifest | undefined): readonly [number, number] {
  if (!capabilitiesOf(manifest).guidance) return [1, 1];
  return isDistilled(manifest) ? DISTILLED : TWO_PASSES;
}

/** The strength that the model takes for one that was set, perhaps for another model. */
export function fittingGuidance(manifest: Manifest | undefined, guidance: number): number {
  const [least, most] = guidanceRange(manifest);
  return Math.min(most, Math.max(least, guidance));
}

/** The mood that the model is told of a picture: any, where it knows none such. */
export function fittingMood(manifest: Manifest | undefined, mood: number): number {
  return manifest === undefined || manifest.moods.some(({ id }) => id === mood) ? mood : 0;
}

/** The zoom that the model is told of a picture: any, where it knows none. */
export function fittingZoom(manifest: Manifest | undefined, zoom: number): number {
  return capabilitiesOf(manifest).zoom ? zoom : 0;
}

/** Of the page's own model, where the manifest is not there yet. */
export function capabilitiesOf(manifest: Manifest | undefined): Capabilities {
  // One of kind `sliding` sees what is above and to the left, and was never trained without a layout.
  const isLattice = manifest?.kind !== 'sliding';
  return { guidance: isLattice, repaint: isLattice, zoom: isLattice && manifest?.zooms !== undefined };
}
