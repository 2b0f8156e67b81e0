import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_ERROR_CODES } from '../../protocol/errors.ts';
import type { BackendChoice } from '../../protocol/paintEngine.ts';
import { VERSION } from '../version.ts';
import { en } from './en.ts';
import { bytes, duration } from './en/format.ts';

const choice = (given: Partial<BackendChoice>): BackendChoice => ({
  graph: 'step',
  backend: 'wasm',
  reason: 'only',
  webgpu: 'absent',
  milliseconds: 3,
  threads: 1,
  ...given,
});

describe('the words', () => {
  it('have a sentence and an advice for every code that the engine can fail with', () => {
    expect(Object.keys(en.errors).toSorted()).toEqual([...ENGINE_ERROR_CODES].toSorted());
    for (const { what, advice } of Object.values(en.errors)) {
      expect(what).toMatch(/\.$/);
      expect(advice).toMatch(/\.$/);
    }
  });

  it('say how large the model is, and how long it takes, as people do', () => {
    expect(en.job.modelSize(27_000_000)).toContain('27 MB');
    expect(bytes(480_000)).toBe('0.5 MB');
    expect([0.2, 1, 59, 61, 120, 3000].map(duration)).toEqual([
      '1 second',
      '1 second',
      '59 seconds',
      '1 minute 1 second',
      '2 minutes',
      '50 minutes',
    ]);
  });

  it('say whose model it is, where it is not the page’s own', () => {
    expect(en.model('Dunes', { from: 'own', host: undefined })).toBe('');
    expect(en.model('Dunes', { from: 'files', host: undefined })).toBe('The model is “Dunes”.');
    expect(en.model('Dunes', { from: 'address', host: 'models.test' })).toContain('models.test');
    expect(en.dialogs.about.modelFrom({ from: 'address', host: 'models.test' })).toContain('models.test');
  });

  it('say what it paints on, and why', () => {
    expect(en.backend([])).toBe('');
    expect(en.backend([choice({})])).toMatch(/WebAssembly.*no WebGPU/);
    expect(en.backend([choice({})])).toContain('1 thread)');
    const pixels = choice({ graph: 'features', threads: 4 });
    expect(en.backend([pixels])).toContain('4 threads)');
    expect(en.backend([pixels, choice({ threads: 2 })])).toContain('2 threads for tokens, 4 for pixels');
    expect(en.backend([choice({ webgpu: 'failed', reason: 'fallback' })])).toMatch(/self-test/);
    expect(en.backend([choice({ backend: 'webgpu', reason: 'faster', webgpu: 'available' })])).toMatch(/faster/);
    expect(en.backend([choice({ reason: 'override', webgpu: 'not-tried' })])).toMatch(/address/);
  });

  it('announce a job at its beginning, middle and end', () => {
    const job = { phase: 'sample', purpose: 'paint', done: 1, total: 2, rate: 12 } as const;
    expect(en.job.announce(job, 50)).toContain('50');
    expect(en.job.rest(job)).toBe('1 second left');
  });

  it('name the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
  });
});
