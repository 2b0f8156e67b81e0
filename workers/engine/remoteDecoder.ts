import * as Comlink from 'comlink';
import type { Lattice } from '../../src/core/lattice.ts';
import type { Reply } from '../../src/protocol/paintEngine.ts';
import type { Decoder } from '../ort/networks.ts';
import type { SlidingNetworks } from '../ort/slidingNetworks.ts';
import { valueOf } from '../../src/protocol/valueOf.ts';

/** What the decoder's worker does for the painter's, over a port between the two: the decoders of both kinds of bundle. */
export interface DecoderService {
  features(lattice: Lattice, tokens: Int32Array): Promise<Reply<Float32Array>>;
  upsample(lattice: Lattice, features: Float32Array): Promise<Reply<Float32Array>>;
  whole(lattice: Lattice, tokens: Int32Array): Promise<Reply<Float32Array>>;
}

/**
 * The decoder of another worker. A call to one that has died never ends: the page, which hears of that, ends the worker
 * that waits, too.
 */
export type RemoteDecoder = Decoder & Pick<SlidingNetworks, 'decode'>;

export function remoteDecoder(port: MessagePort): RemoteDecoder {
  const service = Comlink.wrap<DecoderService>(port);
  return {
    features: async (lattice, tokens) => valueOf(await service.features(lattice, tokens)),
    upsample: async (lattice, features) => valueOf(await service.upsample(lattice, features)),
    decode: async (lattice, tokens) => valueOf(await service.whole(lattice, tokens)),
  };
}
