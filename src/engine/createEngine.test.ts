import * as Comlink from 'comlink';
import { afterEach, expect, test } from 'vitest';
import {
  PROTOCOL_VERSION,
  type EngineEvent,
  type PaintEngine,
  type PaintRequest,
  type PaintResult,
  type Reply,
} from '../protocol/paintEngine.ts';
import { createEngine } from './createEngine.ts';
import type { EngineClient, RestartReason } from './engineClient.ts';

const REQUEST: Omit<PaintRequest, 'jobId'> = {
  lattice: { rows: 8, columns: 8 },
  subCells: new Uint8Array(1024),
  mood: 0,
  zoom: 0,
  settings: { temperature: 1, topK: 1, topP: 1, guidance: 1, seed: 1 },
};
const RESULT: PaintResult = {
  tokens: new Int16Array(64),
  finished: true,
  timing: { sampling: 0, decoding: 0, total: 0, firstTile: 0 },
};

/** A worker whose engine does what the test says, over a real message channel. */
function fakeWorker(overrides: Partial<PaintEngine> = {}) {
  const { port1, port2 } = new MessageChannel();
  const listeners = new EventTarget();
  const state = { events: undefined as MessagePort | undefined, cancelled: [] as number[], terminated: false };
  const engine: PaintEngine = {
    hello: (_, events) => {
      state.events = events;
      return Promise.resolve({ protocol: PROTOCOL_VERSION });
    },
    inspect: () => Promise.reject(new Error('not in this test')),
    downloadSize: () => Promise.reject(new Error('not in this test')),
    load: () => Promise.resolve({ ok: true, value: undefined }),
    paint: () => Promise.resolve({ ok: true, value: RESULT }),
    repaint: () => Promise.reject(new Error('not in this test')),
    measure: () => Promise.reject(new Error('not in this test')),
    encode: () => Promise.resolve({ ok: true, value: new Int16Array() }),
    segment: () => Promise.reject(new Error('not in this test')),
    decode: () => Promise.resolve({ ok: true, value: undefined }),
    tryCodes: () => Promise.reject(new Error('not in this test')),
    cancel: (jobId) => {
      state.cancelled.push(jobId);
      return Promise.resolve();
    },
    ping: () => Promise.resolve(),
    ...overrides,
  };
  // As the real engine does, a job's last event goes out before its answer.
  for (const method of ['load', 'paint', 'decode'] as const) {
    const run = engine[method].bind(engine) as (request: { jobId: number }) => Promise<Reply<unknown>>;
    Object.assign(engine, {
      [method]: async (request: { jobId: number }) => {
        const answer = await run(request);
        state.events?.postMessage({ type: 'end', jobId: request.jobId } satisfies EngineEvent);
        return answer;
      },
    });
  }
  Comlink.expose(engine, port2);
  const worker = {
    postMessage: port1.postMessage.bind(port1),
    start: port1.start.bind(port1),
    addEventListener: (type: string, listener: EventListener) =>
      (type === 'message' ? port1 : listeners).addEventListener(type, listener),
    removeEventListener: port1.removeEventListener.bind(port1),
    terminate: () => {
      state.terminated = true;
      port1.close();
    },
  };
  return { worker: worker as unknown as Worker, state, crash: () => listeners.dispatchEvent(new Event('error')) };
}

let client: EngineClient | undefined;
afterEach(() => client?.dispose());

const never = <T>() => new Promise<T>(() => undefined);

test('a call answers with its value, and its events reach it alone', async () => {
  const fake = fakeWorker({
    paint: ({ jobId }) => {
      const progress = { type: 'progress', phase: 'sample', total: 64, unit: 'tokens' } as const;
      fake.state.events?.postMessage({ ...progress, jobId: jobId - 1, done: 1 } satisfies EngineEvent);
      fake.state.events?.postMessage({ ...progress, jobId, done: 2 } satisfies EngineEvent);
      return Promise.resolve({ ok: true, value: RESULT });
    },
  });
  client = createEngine({ spawn: () => fake.worker });
  const seen: EngineEvent[] = [];
  await client.load({ source: { kind: 'url', url: 'x' }, backend: 'auto', need: 'paint' });
  const result = await client.paint(REQUEST, { onEvent: (event) => seen.push(event) });
  expect(result.finished).toBe(true);
  expect(seen.map((event) => event.type === 'progress' && event.done)).toEqual([2]);
});

test('a failure crosses the border with its code', async () => {
  const failure: Reply<never> = { ok: false, failure: { code: 'GRAPH_HASH', message: 'differs' } };
  const { worker } = fakeWorker({ load: () => Promise.resolve(failure) });
  client = createEngine({ spawn: () => worker });
  const call = client.load({ source: { kind: 'url', url: 'x' }, backend: 'auto', need: 'paint' });
  await expect(call).rejects.toMatchObject({ name: 'EngineError', code: 'GRAPH_HASH', message: 'differs' });
});

test('an abort rejects at once and cancels the job in the worker', async () => {
  const fake = fakeWorker({ paint: never });
  client = createEngine({ spawn: () => fake.worker });
  const controller = new AbortController();
  const call = client.paint(REQUEST, { signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
  await expect.poll(() => fake.state.cancelled).toEqual([1]);
});

test('stop cancels the running job, whose call resolves with what there is', async () => {
  let finish: ((reply: Reply<PaintResult>) => void) | undefined;
  const fake = fakeWorker({
    paint: () => new Promise((resolve) => (finish = resolve)),
    cancel: () => {
      finish?.({ ok: true, value: { ...RESULT, finished: false } });
      return Promise.resolve();
    },
  });
  client = createEngine({ spawn: () => fake.worker });
  const call = client.paint(REQUEST);
  await new Promise((resolve) => setTimeout(resolve, 10));
  client.stop();
  await expect(call).resolves.toMatchObject({ finished: false });
});

test('when the worker dies every pending call rejects, and the next call spawns another', async () => {
  const first = fakeWorker({ paint: never });
  const second = fakeWorker();
  const workers = [first, second];
  const reasons: RestartReason[] = [];
  client = createEngine({ spawn: () => workers.shift()!.worker });
  client.onRestart((reason) => reasons.push(reason));
  const call = client.paint(REQUEST);
  await new Promise((resolve) => setTimeout(resolve, 10));
  first.crash();
  await expect(call).rejects.toMatchObject({ code: 'WORKER_DIED' });
  expect(first.state.terminated).toBe(true);
  expect(reasons).toEqual(['died']);
  await expect(client.paint(REQUEST)).resolves.toMatchObject({ finished: true });
});

test('a worker that does not answer in time is replaced', async () => {
  const { worker, state } = fakeWorker({ paint: never, ping: never });
  const reasons: RestartReason[] = [];
  client = createEngine({ spawn: () => worker, pingInterval: 5, silenceLimit: 20 });
  client.onRestart((reason) => reasons.push(reason));
  await expect(client.paint(REQUEST)).rejects.toMatchObject({ code: 'WORKER_DIED' });
  expect(state.terminated).toBe(true);
  expect(reasons).toEqual(['silent']);
});

test('a lost device replaces the worker', async () => {
  const fake = fakeWorker({ paint: never });
  const reasons: RestartReason[] = [];
  client = createEngine({ spawn: () => fake.worker });
  client.onRestart((reason) => reasons.push(reason));
  const call = client.paint(REQUEST);
  await expect.poll(() => fake.state.events).toBeDefined();
  fake.state.events?.postMessage({
    type: 'failure',
    jobId: 0,
    code: 'DEVICE_LOST',
    message: 'gone',
  } satisfies EngineEvent);
  await expect(call).rejects.toMatchObject({ code: 'DEVICE_LOST' });
  expect(reasons).toEqual(['device-lost']);
});

test('a worker of another version is refused', async () => {
  const { worker } = fakeWorker({ hello: () => Promise.resolve({ protocol: PROTOCOL_VERSION + 1 }) });
  client = createEngine({ spawn: () => worker });
  await expect(client.paint(REQUEST)).rejects.toMatchObject({ code: 'WORKER_DIED' });
});
