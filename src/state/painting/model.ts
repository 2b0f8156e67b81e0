import { fittingMood } from '../../protocol/capabilities.ts';
import type { Swatches } from '../../protocol/engineEvents.ts';
import { EngineError } from '../../protocol/errors.ts';
import type { CallOptions, EngineClient } from '../../engine/engineClient.ts';
import { createUseNotes } from '../../io/formerFiles.ts';
import type { BackendChoice, BundleInfo, BundleSource, EngineEvent, ModelNeed } from '../../protocol/paintEngine.ts';
import type { BundleState, PageStore } from '../pageState.ts';

/** The bundle that the page paints with: where it comes from, and what of it is ready. */
export interface Model {
  readonly swatches: Swatches | undefined;
  /** Reads the manifest, once; a failure is forgotten, so that a retry tries. */
  inspect(): Promise<BundleInfo>;
  /** How much is still to be fetched before all of it is ready. Bytes. */
  missing(needs: readonly ModelNeed[]): Promise<number>;
  /** Fetches and prepares what is not ready yet. */
  ensure(need: ModelNeed, options: Required<CallOptions>): Promise<void>;
  /** Takes another bundle, after reading its manifest: one that cannot be read changes nothing. */
  change(source: BundleSource, from: BundleState['from']): Promise<void>;
}

export function createModel(engine: EngineClient, store: PageStore, first: BundleSource): Model {
  const uses = createUseNotes();
  let source = first;
  let inspected: Promise<BundleInfo> | undefined;
  let swatches: Swatches | undefined;
  /** What is ready of the needs that are nobody's but their own. */
  const ready = new Set<ModelNeed>();

  const patch = (bundle: Partial<BundleState>) => {
    store.setState((state) => ({ bundle: { ...state.bundle, ...bundle } }));
  };

  function take(event: EngineEvent): void {
    if (event.type === 'backend') {
      takeBackends(event.choices);
      uses.engine(event.engine);
    }
    if (event.type !== 'swatches') return;
    swatches = { pixels: event.pixels, rgb: event.rgb };
    store.setState((state) => ({ swatches: state.swatches + 1 }));
  }

  /** Each worker tells those of its own graphs. */
  function takeBackends(choices: readonly BackendChoice[]): void {
    const told = new Set(choices.map(({ graph }) => graph));
    store.setState(({ backends }) => ({ backends: [...backends.filter(({ graph }) => !told.has(graph)), ...choices] }));
  }

  // A new worker has nothing ready; what it fetched is still stored.
  engine.onRestart(() => {
    ready.clear();
    patch({ loaded: 'none' });
  });

  function inspect(): Promise<BundleInfo> {
    const asked = source;
    inspected ??= engine.call('inspect', { source, backend: store.getState().backend }).then(
      (info) => {
        if (asked === source) patch({ manifest: info.manifest, download: info.download });
        return info;
      },
      (error: unknown) => {
        if (asked === source) inspected = undefined;
        throw error;
      },
    );
    return inspected;
  }

  function isReady(need: ModelNeed): boolean {
    const { loaded } = store.getState().bundle;
    return need === 'look' || need === 'paint' ? loaded === 'paint' || loaded === need : ready.has(need);
  }

  return {
    get swatches() {
      return swatches;
    },
    inspect,
    async missing(needs) {
      const open = needs.filter((need) => !isReady(need));
      if (open.length === 0) return 0;
      await inspect();
      return (await engine.call('downloadSize', { source, backend: store.getState().backend, needs: open })).missing;
    },
    async ensure(need, { signal, onEvent }) {
      if (isReady(need)) return;
      const asked = source;
      const { manifest } = await Promise.race([inspect(), aborted(signal)]);
      const { backend } = store.getState();
      await engine.load(
        { source, backend, need },
        {
          signal,
          onEvent: (event) => {
            take(event);
            onEvent(event);
          },
        },
      );
      uses.model(asked, manifest);
      if (need !== 'look' && need !== 'paint') {
        ready.add(need);
        return;
      }
      const { download } = store.getState().bundle;
      patch({ loaded: need, ...(need === 'paint' && download ? { download: { ...download, missing: 0 } } : {}) });
    },
    async change(next, from) {
      const info = await engine.call('inspect', { source: next, backend: store.getState().backend });
      source = next;
      inspected = Promise.resolve(info);
      swatches = undefined;
      ready.clear();
      store.setState((state) => ({
        bundle: { from, host: undefined, manifest: info.manifest, download: info.download, loaded: 'none' },
        backends: [],
        swatches: state.swatches + 1,
        // Moods are the bundle's own.
        mood: fittingMood(info.manifest, state.mood),
      }));
    },
  };
}

/** Rejects when the signal does: what is waited for goes on by itself, and is there when it is asked for again. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new EngineError('ABORTED', 'Stopped.'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
