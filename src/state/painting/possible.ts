import { isLattice, LATTICE_LIMITS } from '../../core/lattice.ts';
import { capabilitiesOf } from '../../protocol/capabilities.ts';
import type { PageState } from '../pageState.ts';
import { mayKnowTokensOf } from '../picture/pictureOrigin.ts';
import { isRunning } from './jobState.ts';

/** A picture that was extended may be longer than what is painted at once. */
export const isPaintable = ({ lattice, bundle }: PageState) =>
  isLattice(lattice, bundle.manifest?.lattice ?? LATTICE_LIMITS);
/** Whether the model can sample a part of a picture. */
export const canRepaint = ({ bundle }: PageState) => capabilitiesOf(bundle.manifest).repaint;
/** Whether there is a picture, painted to its end, of tokens that the model may know. */
export const isWhole = ({ coverage, origin, bundle }: PageState) =>
  coverage === 'whole' && origin?.finished === true && mayKnowTokensOf(bundle.manifest, origin);
/** Whether a part of the picture can be sampled anew now. */
export const canRepaintPart = (state: PageState) => isWhole(state) && !isRunning(state.job) && canRepaint(state);
/** Whether there is any picture to save, however much of it is painted. */
export const isPicture = ({ coverage, origin }: PageState) => coverage !== 'none' && origin !== undefined;
