import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, parseManifest, type GraphName } from '../../src/protocol/manifest.ts';
import { loadRuntime, type Ort } from './runtime.ts';

/** Number of nodes by execution provider. */
type Placement = Record<string, number>;

const METHODS = ['log', 'warn', 'error', 'info', 'debug'] as const;
const originals = METHODS.map((method) => [method, console[method]] as const);
const lines: string[] = [];
const sessions: Ort.InferenceSession[] = [];
let ort: typeof Ort;

beforeAll(async () => {
  // The runtime keeps the console's methods and its log level from when it made its first session.
  for (const method of METHODS) console[method] = (...parts: unknown[]) => void lines.push(parts.join(' '));
  ({ ort } = await loadRuntime(true));
  ort.env.logLevel = 'verbose';
});
afterAll(async () => {
  for (const [method, original] of originals) console[method] = original;
  for (const session of sessions) await session.release();
});

/** Creates a graph's session on WebGPU and reads from onnxruntime's log which provider got how many nodes. */
async function placementOf(bundle: string, graph: GraphName): Promise<Placement> {
  const folder = `/models/${bundle}/`;
  const manifest = parseManifest(await (await fetch(`${folder}manifest.json`)).json());
  const bytes = new Uint8Array(await (await fetch(folder + fileOf(manifest, graph).file)).arrayBuffer());
  lines.length = 0;
  const options = { executionProviders: ['webgpu'], logSeverityLevel: 0, logVerbosityLevel: 1 } as const;
  sessions.push(await ort.InferenceSession.create(bytes, options));
  const placement: Placement = {};
  for (const line of lines) {
    const match = /VerifyEachNodeIsAssignedToAnEp\].* placed on \[(\w+)\]\. Number of nodes: (\d+)/.exec(line);
    if (match !== null) placement[match[1]!] = (placement[match[1]!] ?? 0) + Number(match[2]);
  }
  originals[0]![1](`${bundle} ${graph}: ${JSON.stringify(placement)}`);
  return placement;
}

for (const bundle of ['tiny', 'landscapes']) {
  for (const graph of ['step', 'features', 'upsampler', 'context'] as const) {
    test(`every node of ${bundle}'s ${graph} graph is on WebGPU`, async () => {
      const placement = await placementOf(bundle, graph);
      expect(Object.keys(placement)).toEqual(['WebGpuExecutionProvider']);
      expect(placement['WebGpuExecutionProvider']).toBeGreaterThan(10);
    }, 120_000);
  }
  test(`no layer of ${bundle}'s segmenter is on the CPU: sizes alone are`, async () => {
    const placement = await placementOf(bundle, 'segmenter');
    expect(placement['WebGpuExecutionProvider']).toBeGreaterThan(40);
    expect(placement['CPUExecutionProvider'] ?? 0).toBeLessThanOrEqual(10);
  }, 120_000);
  test(`the choice of the code alone is on the CPU in ${bundle}'s encoder, which runs once a photograph`, async () => {
    const placement = await placementOf(bundle, 'encoder');
    expect(placement['WebGpuExecutionProvider']).toBeGreaterThan(10);
    expect(placement['CPUExecutionProvider'] ?? 0).toBeLessThanOrEqual(1);
  }, 120_000);
}
