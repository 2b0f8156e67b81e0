/** Provisional tiles get at most this share of the time since the job began; where nothing waits for them, more. */
const SHARE = 0.25;
const SHARE_BESIDE = 0.5;

/** Decides whether a tile that will be decoded once more is worth its time. All times in milliseconds. */
export class ProvisionalBudget {
  private spent = 0;

  /**
   * @param total tokens that the job samples
   * @param start when it began, as of `performance.now()`
   * @param beside whether sampling goes on meanwhile
   */
  constructor(
    private readonly total: number,
    private readonly start: number,
    private readonly beside = false,
  ) {}

  /** Whether a tile of that cost fits into the share, and will be looked at for longer than it takes. */
  affords(cost: number, sampled: number): boolean {
    const elapsed = performance.now() - this.start;
    const left = sampled === 0 ? Infinity : (elapsed * (this.total - sampled)) / sampled;
    return this.spent + cost <= (this.beside ? SHARE_BESIDE : SHARE) * elapsed && cost < left;
  }

  spend(time: number): void {
    this.spent += time;
  }
}
