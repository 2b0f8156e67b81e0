import { afterEach, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION, type EngineEvent, type PaintResult, type Reply } from '../protocol/paintEngine.ts';
import { createEngine } from './createEngine.ts';
import type { EngineClient, RestartReason } from './engineClient.ts';
import { workersFor, type WorkerRole } from './engineWorkers.ts';
import { fakeWorker, REQUEST, RESULT, type Answer, type Answers } from './testing/fakeWorker.ts';

let client: EngineClient | undefined;
afterEach(() => client?.dispose());

const never = <T>() => new Promise<T>(() => undefined);

test('a call answers with its value, and its events reach it alone', async () => {
  const fake = fakeWorker({
    paint: (_, jobId) => {
      const progress = { type: 'progress', phase: 'sample', total: 64, unit: 'tokens' } as const;
      fake.state.events?.postMessage({ ...progress, jobId: jobId - 1, done: 1 } satisfies EngineEvent);
      fake.state.events?.postMessage({ ...progress, jobId, done: 2 } satisfies EngineEvent);
      return Promise.resolve({ ok: true, value: RESULT });
    },
  });
  client = createEngine({ workers: 1, spawn: () => fake.worker });
  const seen: EngineEvent[] = [];
  await client.load({ source: { kind: 'url', url: 'x' }, backend: 'auto', need: 'paint' });
  const result = await client.call('paint', REQUEST, { onEvent: (event) => seen.push(event) });
  expect(result.finished).toBe(true);
  expect(seen.map((event) => event.type === 'progress' && event.done)).toEqual([2]);
});

test('a failure crosses the border with its code', async () => {
  const failure: Reply<never> = { ok: false, failure: { code: 'GRAPH_HASH', message: 'differs' } };
  const { worker } = fakeWorker({ load: () => Promise.resolve(failure) });
  client = createEngine({ workers: 1, spawn: () => worker });
  const call = client.load({ source: { kind: 'url', url: 'x' }, backend: 'auto', need: 'paint' });
  await expect(call).rejects.toMatchObject({ name: 'EngineError', code: 'GRAPH_HASH', message: 'differs' });
});

test('an abort rejects at once and cancels the job in the worker', async () => {
  const fake = fakeWorker({ paint: never });
  client = createEngine({ workers: 1, spawn: () => fake.worker });
  const controller = new AbortController();
  const call = client.call('paint', REQUEST, { signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
  await expect.poll(() => fake.state.cancelled).toEqual([1]);
});

test('what is answered beside a job can be aborted too, at once, and leaves the job alone', async () => {
  const fake = fakeWorker({ inspect: never, paint: never });
  client = createEngine({ workers: 1, spawn: () => fake.worker });
  const painting = client.call('paint', REQUEST);
  painting.catch(() => undefined);
  const controller = new AbortController();
  const source = { kind: 'url', url: 'x' } as const;
  const call = client.call('inspect', { source, backend: 'auto' }, { signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
  await expect(
    client.call('inspect', { source, backend: 'auto' }, { signal: controller.signal }),
  ).rejects.toMatchObject({
    code: 'ABORTED',
  });
  expect(fake.state.cancelled).toEqual([]);
});

test('stop cancels the running job, whose call resolves with what there is', async () => {
  let finish: ((reply: Reply<PaintResult>) => void) | undefined;
  const fake = fakeWorker(
    {
      paint: () => new Promise((resolve) => (finish = resolve)),
    },
    {
      cancel: () => {
        finish?.({ ok: true, value: { ...RESULT, finished: false } });
        return Promise.resolve();
      },
    },
  );
  client = createEngine({ workers: 1, spawn: () => fake.worker });
  const call = client.call('paint', REQUEST);
  await new Promise((resolve) => setTimeout(resolve, 10));
  client.stop();
  await expect(call).resolves.toMatchObject({ finished: false });
});

test('when the worker dies every pending call rejects, and the next call spawns another', async () => {
  let asked = false;
  const first = fakeWorker({
    paint: () => {
      asked = true;
      return never();
    },
  });
  const second = fakeWorker();
  const workers = [first, second];
  const reasons: RestartReason[] = [];
  client = createEngine({ workers: 1, spawn: () => workers.shift()!.worker });
  client.onRestart((reason) => reasons.push(reason));
  const call = client.call('paint', REQUEST);
  await expect.poll(() => asked).toBe(true);
  first.crash();
  await expect(call).rejects.toMatchObject({ code: 'WORKER_DIED' });
  expect(first.state.terminated).toBe(true);
  expect(reasons).toEqual(['died']);
  await expect(client.call('paint', REQUEST)).resolves.toMatchObject({ finished: true });
});

test('a worker whose script does not come is a matter of the network, and one that throws is not', async () => {
  for (const [event, code] of [
    [new Event('error'), 'NETWORK'],
    [Object.assign(new Event('error'), { message: 'x is not defined' }), 'WORKER_DIED'],
  ] as const) {
    const silent = new EventTarget();
    const worker = Object.assign(silent, { postMessage: () => undefined, terminate: () => undefined });
    const engine = createEngine({ workers: 1, spawn: () => worker as unknown as Worker });
    const call = engine.load({ source: { kind: 'url', url: 'x' }, backend: 'auto', need: 'paint' });
    silent.dispatchEvent(event);
    await expect(call).rejects.toMatchObject({ code });
    engine.dispose();
  }
});

test('a worker that does not answer in time is replaced', async () => {
  const { worker, state } = fakeWorker({ paint: never }, { ping: never });
  const reasons: RestartReason[] = [];
  client = createEngine({ workers: 1, spawn: () => worker, pingInterval: 5, silenceLimit: 20 });
  client.onRestart((reason) => reasons.push(reason));
  await expect(client.call('paint', REQUEST)).rejects.toMatchObject({ code: 'WORKER_DIED' });
  expect(state.terminated).toBe(true);
  expect(reasons).toEqual(['silent']);
});

test('a lost device replaces the worker', async () => {
  const fake = fakeWorker({ paint: never });
  const reasons: RestartReason[] = [];
  client = createEngine({ workers: 1, spawn: () => fake.worker });
  client.onRestart((reason) => reasons.push(reason));
  const call = client.call('paint', REQUEST);
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
  const { worker } = fakeWorker({}, { hello: () => Promise.resolve({ protocol: PROTOCOL_VERSION + 1 }) });
  client = createEngine({ workers: 1, spawn: () => worker });
  await expect(client.call('paint', REQUEST)).rejects.toMatchObject({ code: 'WORKER_DIED' });
});

describe('with two workers', () => {
  const SOURCE = { kind: 'url', url: 'x' } as const;

  /** A pair of fakes; what the decoder does can be told. */
  function pair(decoder: Answers = {}, painter: Answers = {}) {
    const spawned: WorkerRole[] = [];
    const fakes = { decoder: fakeWorker(decoder), painter: fakeWorker(painter) };
    const spawn = (role: WorkerRole) => {
      spawned.push(role);
      return fakes[role].worker;
    };
    client = createEngine({ workers: 2, spawn });
    return { engine: client, spawned, fakes };
  }

  test('what is to be looked at alone takes the decoder’s worker alone', async () => {
    const { engine, spawned } = pair();
    await engine.load({ source: SOURCE, backend: 'auto', need: 'look' });
    await engine.call('decode', { lattice: REQUEST.lattice, tokens: new Int16Array(64) });
    expect(spawned).toEqual(['decoder']);
  });

  test('a painter is joined to a decoder, and each loads its own part at the same time', async () => {
    const needs: string[] = [];
    let both: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => (both = resolve));
    const load: (role: WorkerRole) => Answer<'load'> = (role) => async (request, jobId) => {
      if (needs.push(`${role} ${request.need}`) === 2) both?.();
      await begun; // Never, if one waited for the other.
      const { events } = fakes[role].state;
      const tell = (event: object) => events?.postMessage({ jobId, ...event });
      const bytes = role === 'painter' ? 30 : 10;
      tell({ type: 'plan', bytes, engine: 100, graphs: 2 });
      // One fetches the engine, and the other has it then.
      for (const done of role === 'painter' ? [60, 100] : [100]) tell({ type: 'engine', done });
      tell({ type: 'progress', phase: 'download', done: bytes, total: bytes, unit: 'bytes' });
      for (const done of [1, 2]) tell({ type: 'progress', phase: 'prepare', done, total: 2, unit: 'graphs' });
      tell({ type: 'backend', choices: [{ graph: role === 'painter' ? 'step' : 'features' }] });
      return { ok: true, value: undefined };
    };
    const { engine, fakes } = pair({ load: load('decoder') }, { load: load('painter') });
    const seen: EngineEvent[] = [];
    await engine.load({ source: SOURCE, backend: 'auto', need: 'paint' }, { onEvent: (event) => seen.push(event) });
    expect(needs.toSorted()).toEqual(['decoder look', 'painter sample']);
    expect([fakes.painter.state.joined.length, fakes.decoder.state.joined.length]).toEqual([1, 1]);
    const progress = seen.flatMap((event) => (event.type === 'progress' ? [event] : []));
    for (const [phase, total] of [
      ['download', 140],
      ['prepare', 4],
    ] as const) {
      const steps = progress.filter((event) => event.phase === phase);
      expect(steps.at(-1)).toMatchObject({ done: total, total });
      expect(steps.every((step, n) => step.total === total && (n === 0 || step.done >= steps[n - 1]!.done))).toBe(true);
    }
    expect(seen.filter(({ type }) => type === 'backend')).toEqual([
      expect.objectContaining({ choices: [{ graph: 'features' }, { graph: 'step' }] }),
    ]);
    expect(seen.some(({ type }) => type === 'plan' || type === 'engine')).toBe(false);
  });

  test.each(['decoder', 'painter'] as const)('when the %s dies the other goes with it, once', async (role) => {
    const { engine, fakes } = pair({}, { paint: never });
    const reasons: RestartReason[] = [];
    engine.onRestart((reason) => reasons.push(reason));
    const call = engine.call('paint', REQUEST);
    await new Promise((resolve) => setTimeout(resolve, 10));
    fakes[role].crash();
    await expect(call).rejects.toMatchObject({ code: 'WORKER_DIED' });
    expect([fakes.decoder.state.terminated, fakes.painter.state.terminated]).toEqual([true, true]);
    expect(reasons).toEqual(['died']);
  });

  test('a job in one worker cancels the job in the other', async () => {
    const { engine, fakes } = pair({}, { paint: never });
    void engine.call('paint', REQUEST).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await engine.call('decode', { lattice: REQUEST.lattice, tokens: new Int16Array(64) });
    await expect.poll(() => fakes.painter.state.cancelled).toEqual([1]);
  });

  test('when one of two loads fails the other is cancelled, and the failure is told', async () => {
    const failure: Reply<never> = { ok: false, failure: { code: 'GRAPH_HASH', message: 'differs' } };
    const { engine, fakes } = pair({ load: () => Promise.resolve(failure) }, { load: never });
    await expect(engine.load({ source: SOURCE, backend: 'auto', need: 'paint' })).rejects.toMatchObject({
      code: 'GRAPH_HASH',
    });
    await expect.poll(() => fakes.painter.state.cancelled).toEqual([1]);
  });
});

test('a machine with little memory, or with one core, has one worker', () => {
  expect(workersFor({ deviceMemory: 2, hardwareConcurrency: 8 })).toBe(1);
  expect(workersFor({ deviceMemory: 8, hardwareConcurrency: 1 })).toBe(1);
  expect(workersFor({ hardwareConcurrency: 2 })).toBe(2);
  expect(workersFor({ deviceMemory: 4, hardwareConcurrency: 4 })).toBe(2);
});
