import type { BackendEvent, EngineEvent, JobId, PlanEvent, ProgressEvent } from '../protocol/paintEngine.ts';
import type { WorkerRole } from './engineWorkers.ts';

type Counted = Extract<ProgressEvent['phase'], 'download' | 'prepare'>;

/**
 * Makes the events of a load in several workers those of one: sums of what they fetch and prepare, the fetching first, and
 * one event with all backends at the end.
 * @returns takes an event of one of the workers
 */
export function loadEvents(
  jobId: JobId,
  /** In the order in which their backends are told. */
  roles: readonly WorkerRole[],
  tell: (event: EngineEvent) => void,
): (role: WorkerRole, event: EngineEvent) => void {
  const plans = new Map<WorkerRole, PlanEvent>();
  const done: Record<Counted, Map<WorkerRole, number>> = { download: new Map(), prepare: new Map() };
  const engine = new Map<WorkerRole, number>();
  const backends = new Map<WorkerRole, BackendEvent>();

  function tellProgress(phase: Counted): void {
    // Before all have said what they will do there is no sum.
    if (plans.size < roles.length) return;
    const all = [...plans.values()];
    // The engine counts once: who waits for the other to fetch it has it afterwards.
    const engineTotal = Math.max(...all.map((plan) => plan.engine));
    const engineDone = Math.min(Math.max(0, ...engine.values()), engineTotal);
    const fetched = {
      done: sum(done.download.values()) + engineDone,
      total: sum(all.map(({ bytes }) => bytes)) + engineTotal,
    };
    const prepared = { done: sum(done.prepare.values()), total: sum(all.map(({ graphs }) => graphs)) };
    if (phase === 'download') tell({ type: 'progress', jobId, phase, ...fetched, unit: 'bytes' });
    // What one prepares while another still fetches is told with the next graph.
    else if (fetched.done === fetched.total) tell({ type: 'progress', jobId, phase, ...prepared, unit: 'graphs' });
  }

  function takeBackend(role: WorkerRole, event: BackendEvent): void {
    backends.set(role, event);
    if (backends.size < roles.length) return;
    const choices = roles.flatMap((one) => backends.get(one)?.choices ?? []);
    const threadsSettled = [...backends.values()].every((one) => one.threadsSettled);
    tell({ type: 'backend', jobId, threadsSettled, choices, engine: event.engine });
  }

  return (role, event) => {
    if (event.type === 'plan') plans.set(role, event);
    else if (event.type === 'engine') {
      engine.set(role, event.done);
      tellProgress('download');
    } else if (event.type === 'backend') takeBackend(role, event);
    else if (event.type !== 'progress') tell(event);
    else if (event.phase === 'download' || event.phase === 'prepare') {
      done[event.phase].set(role, event.done);
      tellProgress(event.phase);
    }
  };
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((all, one) => all + one, 0);
}
