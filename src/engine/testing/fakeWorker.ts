import * as Comlink from 'comlink';
import {
  ENGINE_CALLS,
  PROTOCOL_VERSION,
  type AnswerOf,
  type CallName,
  type EngineEvent,
  type PaintEngine,
  type PaintRequest,
  type PaintResult,
  type Reply,
  type RequestOf,
} from '../../protocol/paintEngine.ts';

export const REQUEST: PaintRequest = {
  lattice: { rows: 8, columns: 8 },
  subCells: new Uint8Array(1024),
  mood: 0,
  zoom: 0,
  settings: { temperature: 1, topK: 1, topP: 1, guidance: 1, seed: 1 },
};
export const RESULT: PaintResult = {
  tokens: new Int16Array(64),
  finished: true,
  timing: { sampling: 0, decoding: 0, total: 0, firstTile: 0 },
};

export type Answer<Name extends CallName> = (request: RequestOf<Name>, jobId: number) => Promise<Reply<AnswerOf<Name>>>;
export type Answers = { readonly [Name in CallName]?: Answer<Name> };

const ANSWERS: Answers = {
  load: () => Promise.resolve({ ok: true, value: undefined }),
  paint: () => Promise.resolve({ ok: true, value: RESULT }),
  decode: () => Promise.resolve({ ok: true, value: undefined }),
};

/** A worker whose engine does what the test says, over a real message channel. */
export function fakeWorker(answers: Answers = {}, overrides: Partial<PaintEngine> = {}) {
  const { port1, port2 } = new MessageChannel();
  const listeners = new EventTarget();
  const state = {
    events: undefined as MessagePort | undefined,
    cancelled: [] as number[],
    terminated: false,
    joined: [] as MessagePort[],
  };
  const engine: PaintEngine = {
    hello: (_, events) => {
      state.events = events;
      return Promise.resolve({ protocol: PROTOCOL_VERSION });
    },
    useDecoder: (port) => {
      state.joined.push(port);
      return Promise.resolve();
    },
    serveDecoder: (port) => {
      state.joined.push(port);
      return Promise.resolve();
    },
    // As the real engine does, a job's last event goes out before its answer.
    call: async (name, jobId, request) => {
      const answer = answers[name] ?? ANSWERS[name];
      if (!answer) throw new Error(`${name} is not in this test.`);
      const reply = await answer(request, jobId);
      if (ENGINE_CALLS[name].isJob) state.events?.postMessage({ type: 'end', jobId } satisfies EngineEvent);
      return reply;
    },
    cancel: (jobId) => {
      state.cancelled.push(jobId);
      return Promise.resolve();
    },
    ping: () => Promise.resolve(),
    ...overrides,
  };
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
