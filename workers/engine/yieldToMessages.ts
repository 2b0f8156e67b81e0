/**
 * Lets waiting messages in, a cancel among them, and goes on: one hop through a MessageChannel. `setTimeout(0)` costs
 * 4 ms, and `scheduler.yield()` goes on before messages that wait.
 */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    channel ??= new MessageChannel();
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(undefined);
  });
}

let channel: MessageChannel | undefined;
