/**
 * Runs tasks one after the other. onnxruntime-web hangs or corrupts when `create` and `run` overlap, even across
 * sessions, so all of them go through one chain. A task that fails does not stop the ones behind it.
 */
export class SerialChain {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.tail.then(task);
    this.tail = result.catch(() => undefined);
    return result;
  }
}
