import type { BackendEvent, EngineEvent, JobId, PlanEvent, ProgressEvent } from '../protocol/paintEngine.ts';

type Counted = Extract<ProgressEvent['phase'], 'download' | 'prepare'>;

/**
 * Makes the events of a load in several workers those of one: sums of what they fetch and prepare, the fetching first, and
 * one event with all backends at the end.
 */
export class LoadEvents<Role> {
  private readonly plans = new Map<Role, PlanEvent>();
  private readonly done: Record<Counted, Map<Role, number>> = { download: new Map(), prepare: new Map() };
  private readonly engine = new Map<Role, number>();
  private readonly backends = new Map<Role, BackendEvent>();

  constructor(
    private readonly jobId: JobId,
    /** In the order in which their backends are told. */
    private readonly roles: readonly Role[],
    private readonly tell: (event: EngineEvent) => void,
  ) {}

  /** Takes an event of one of the workers. */
  take(role: Role, event: EngineEvent): void {
    if (event.type === 'plan') this.plans.set(role, event);
    else if (event.type === 'engine') {
      this.engine.set(role, event.done);
      this.tellProgress('download');
    } else if (event.type === 'backend') this.takeBackend(role, event);
    else if (event.type !== 'progress') this.tell(event);
    else if (event.phase === 'download' || event.phase === 'prepare') this.takeProgress(role, event.phase, event.done);
  }

  private takeProgress(role: Role, phase: Counted, done: number): void {
    this.done[phase].set(role, done);
    this.tellProgress(phase);
  }

  private tellProgress(phase: Counted): void {
    // Before all have said what they will do there is no sum.
    if (this.plans.size < this.roles.length) return;
    const plans = [...this.plans.values()];
    // The engine counts once: who waits for the other to fetch it has it afterwards.
    const engine = { done: Math.max(0, ...this.engine.values()), total: Math.max(...plans.map((plan) => plan.engine)) };
    const fetched = {
      done: sum(this.done.download) + Math.min(engine.done, engine.total),
      total: plans.reduce((all, { bytes }) => all + bytes, 0) + engine.total,
    };
    const prepared = { done: sum(this.done.prepare), total: plans.reduce((all, { graphs }) => all + graphs, 0) };
    const { jobId } = this;
    if (phase === 'download') this.tell({ type: 'progress', jobId, phase, ...fetched, unit: 'bytes' });
    // What one prepares while another still fetches is told with the next graph.
    else if (fetched.done === fetched.total) this.tell({ type: 'progress', jobId, phase, ...prepared, unit: 'graphs' });
  }

  private takeBackend(role: Role, event: BackendEvent): void {
    this.backends.set(role, event);
    if (this.backends.size < this.roles.length) return;
    const choices = this.roles.flatMap((one) => this.backends.get(one)?.choices ?? []);
    const threadsSettled = [...this.backends.values()].every((one) => one.threadsSettled);
    this.tell({ type: 'backend', jobId: this.jobId, threadsSettled, choices, engine: event.engine });
  }
}

function sum(numbers: ReadonlyMap<unknown, number>): number {
  return [...numbers.values()].reduce((all, one) => all + one, 0);
}
