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
