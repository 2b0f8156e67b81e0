import { SUB_CELLS, type Lattice } from '../../src/core/lattice.ts';
import type { SlidingManifest } from '../../src/protocol/manifest.ts';
import { takeFloats } from './graphSession.ts';
import type { GraphSessions } from './graphSessions.ts';
import { OrtWindowCache } from './ortWindowCache.ts';
import type { SlidingNetworks, WindowCache } from './slidingNetworks.ts';

/** The networks of a bundle of kind `sliding`, over sessions, unless its decoder is another worker's. */
export class OrtSlidingNetworks implements SlidingNetworks {
  readonly codes: number;
  readonly cellPixels: number;

  constructor(
    private readonly manifest: SlidingManifest,
    private readonly sessions: GraphSessions,
    private readonly remote?: Pick<SlidingNetworks, 'decode'>,
  ) {
    this.codes = manifest.codebook.codes;
    this.cellPixels = manifest.lattice.cellPixels;
  }

  async condition({ rows, columns }: Lattice, subCells: Uint8Array): Promise<Int32Array> {
    const session = this.sessions.get('condition');
    const dims = [1, rows * SUB_CELLS, columns * SUB_CELLS];
    const outputs = await session.run({ layout: session.int(Int32Array.from(subCells), dims) });
    const codes = outputs['codes'];
    if (codes === undefined || codes.size !== rows * columns) throw new Error('The layout got no codes.');
    return codes.data as Int32Array;
  }

  openCache(initial?: Float32Array): WindowCache {
    return new OrtWindowCache(this.sessions.get('step'), this.manifest.transformer.cacheWidth, initial);
  }

  async decode(lattice: Lattice, tokens: Int32Array): Promise<Float32Array> {
    if (this.remote) return this.remote.decode(lattice, tokens);
    const { rows, columns } = lattice;
    const session = this.sessions.get('decoder');
    return takeFloats(await session.run({ tokens: session.int(tokens, [1, rows, columns]) }), 'rgb');
  }
}
