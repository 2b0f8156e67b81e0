import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest, type LatticeManifest } from '../../src/protocol/manifest.ts';
import type { GraphSession } from './graphSession.ts';
import { GraphSessions } from './graphSessions.ts';
import { OrtNetworks } from './ortNetworks.ts';

interface Fed {
  readonly data: ArrayLike<number>;
  readonly dims: readonly number[];
}

/** What the graph `context` is given for 4 x 8 cells by a bundle whose manifest says so. */
async function fedTo(entries: object): Promise<Record<string, Fed>> {
  const stored = JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')) as object;
  const { guidance: _guidance, zooms: _zooms, ...manifest } = stored as Record<string, unknown>;
  let fed: Record<string, Fed> = {};
  const tensor = (data: ArrayLike<number>, dims: readonly number[]): Fed => ({ data: Array.from(data), dims });
  const session = {
    int: tensor,
    float: tensor,
    run: (feeds: Record<string, Fed>) => {
      fed = feeds;
      return Promise.resolve({ features: { data: new Float32Array(1), dispose: () => undefined } });
    },
  };
  const sessions = new GraphSessions();
  sessions.set('context', session as unknown as GraphSession);
  const networks = new OrtNetworks(parseManifest({ ...manifest, ...entries }) as LatticeManifest, sessions);
  const told = { mood: 3, zoom: 2, guidance: 2.5 };
  await networks.context({ rows: 4, columns: 8 }, new Uint8Array(16 * 32), new Int16Array(32), told);
  return fed;
}

test('the context graph is given what the manifest says that it takes, and nothing else', async () => {
  expect(Object.keys(await fedTo({}))).toEqual(['layout', 'known', 'mood']);
  const all = await fedTo({ guidance: 'distilled', zooms: 3 });
  expect(Object.keys(all).toSorted()).toEqual(['guidance', 'known', 'layout', 'mood', 'zoom']);
  // The strength itself: the graph takes its logarithm.
  expect(all['guidance']).toEqual({ data: [2.5], dims: [1] });
  expect(all['zoom']).toEqual({ data: [2], dims: [1] });
  expect(all['mood']).toEqual({ data: [3], dims: [1] });
  expect(Object.keys(await fedTo({ zooms: 3 }))).toContain('zoom');
  expect(Object.keys(await fedTo({ guidance: 'distilled' }))).not.toContain('zoom');
});
