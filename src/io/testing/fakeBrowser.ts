import type { Locks } from '../documentClaim.ts';
import type { WorkStore } from '../workStore.ts';
import type { SavedWork } from '../savedWork.ts';

/** Locks that all tabs share, as a browser has them: `close` gives back what a tab holds. */
export function createFakeLocks() {
  const held = new Map<string, object>();
  const waiting = new Set<() => void>();
  const letIn = () => [...waiting].forEach((attempt) => attempt());
  return {
    names: () => [...held.keys()],
    tab(): Locks & { close: () => void } {
      const tab = {};
      const request = async (name: string, options: LockOptions, callback: LockGrantedCallback<unknown>) => {
        if (held.has(name) && options.ifAvailable) return callback(null);
        await new Promise<void>((enter, refuse) => {
          const attempt = () => {
            if (held.has(name)) return;
            waiting.delete(attempt);
            held.set(name, tab);
            enter();
          };
          waiting.add(attempt);
          options.signal?.addEventListener('abort', () => {
            if (waiting.delete(attempt)) refuse(options.signal?.reason as Error);
          });
          attempt();
        });
        const result: unknown = await callback({ name, mode: 'exclusive' });
        held.delete(name);
        letIn();
        return result;
      };
      return {
        request: request as Locks['request'],
        close() {
          for (const [name, holder] of held) if (holder === tab) held.delete(name);
          letIn();
        },
      };
    },
  };
}

/** The session storage of one tab; copied with the tab. */
export function createFakeSession(from: ReadonlyMap<string, string> = new Map()) {
  const values = new Map(from);
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

/** Documents in memory, in the order in which they were written. */
export function createFakeStore(): WorkStore & { works: Map<string, SavedWork> } {
  const works = new Map<string, SavedWork>();
  return {
    works,
    list: async () => [...works.keys()].toReversed(),
    read: async (id) => works.get(id),
    async write(id, work) {
      works.delete(id);
      works.set(id, structuredClone(work));
    },
    remove: async (id) => void works.delete(id),
  };
}
