import * as Comlink from 'comlink';
import { EngineError } from '../../src/protocol/errors.ts';
import type { Reply } from '../../src/protocol/paintEngine.ts';
import type { Decoder } from '../ort/networks.ts';
import type { SlidingNetworks } from '../ort/slidingNetworks.ts';
import type { BundleNetworks } from './loadedBundle.ts';
import type { DecoderService } from './remoteDecoder.ts';
import { reply } from './reply.ts';

/**
 * Decodes for the worker at the other end of the port. Its runs take turns with this worker's own.
 * @param model the loaded bundle's. @throws EngineError BAD_REQUEST where none is loaded
 */
export function serveDecoder(port: MessagePort, model: () => BundleNetworks): void {
  const lattice = (): Decoder => {
    const { kind, networks } = model();
    if (kind !== 'lattice') throw new EngineError('BAD_REQUEST', 'This model decodes whole pictures alone.');
    return networks;
  };
  const whole = (): Pick<SlidingNetworks, 'decode'> => {
    const { kind, networks } = model();
    if (kind !== 'sliding') throw new EngineError('BAD_REQUEST', 'This model decodes tile by tile.');
    return networks;
  };
  const service: DecoderService = {
    features: (size, tokens) => moved(() => lattice().features(size, tokens)),
    upsample: (size, features) => moved(() => lattice().upsample(size, features)),
    whole: (size, tokens) => moved(() => whole().decode(size, tokens)),
  };
  Comlink.expose(service, port);
}

/** The answer's numbers go over by transfer, and are not copied. */
async function moved(task: () => Promise<Float32Array>): Promise<Reply<Float32Array>> {
  const answer = await reply(task);
  return answer.ok ? Comlink.transfer(answer, [answer.value.buffer]) : answer;
}
