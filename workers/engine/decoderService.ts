import * as Comlink from 'comlink';
import type { Lattice } from '../../src/core/lattice.ts';
import { EngineError, fromFailure } from '../../src/protocol/errors.ts';
import type { Reply } from '../../src/protocol/paintEngine.ts';
import type { Decoder } from '../ort/networks.ts';
import type { SlidingNetworks } from '../ort/slidingNetworks.ts';
import type { BundleNetworks } from './loadedBundle.ts';
import { reply } from './reply.ts';

/** What the decoder's worker does for the painter's, over a port between the two: the decoders of both kinds of bundle. */
interface DecoderService {
  features(lattice: Lattice, tokens: Int32Array): Promise<Reply<Float32Array>>;
  upsample(lattice: Lattice, features: Float32Array): Promise<Reply<Float32Array>>;
  whole(lattice: Lattice, tokens: Int32Array): Promise<Reply<Float32Array>>;
}

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

/**
 * The decoder of another worker. A call to one that has died never ends: the page, which hears of that, ends the worker
 * that waits, too.
 */
export class RemoteDecoder implements Decoder, Pick<SlidingNetworks, 'decode'> {
  private readonly service: DecoderService;

  constructor(port: MessagePort) {
    this.service = Comlink.wrap<DecoderService>(port);
  }

  async features(lattice: Lattice, tokens: Int32Array): Promise<Float32Array> {
    return valueOf(await this.service.features(lattice, tokens));
  }

  async upsample(lattice: Lattice, features: Float32Array): Promise<Float32Array> {
    return valueOf(await this.service.upsample(lattice, features));
  }

  async decode(lattice: Lattice, tokens: Int32Array): Promise<Float32Array> {
    return valueOf(await this.service.whole(lattice, tokens));
  }
}

function valueOf<T>(answer: Reply<T>): T {
  if (answer.ok) return answer.value;
  throw fromFailure(answer.failure);
}
