/** The tabs of this browser, which tell each other which document they have open. */
export interface Tabs {
  /**
   * Asks who has a document open.
   * @param onTaken called when a tab that lives says that it has it
   * @returns listens no more
   */
  ask(id: string, onTaken: () => void): () => void;
  /**
   * Answers for this tab from now on.
   * @param current the document that it has open
   * @returns answers no more
   */
  answer(current: () => string): () => void;
}

const CHANNEL = 'plein-air-documents';

/** What is sent: another version of the page may send something else. */
type Message = { readonly asked?: unknown; readonly taken?: unknown } | null;

/** Tabs that hear each other by a channel of the browser's. */
export function createTabs(name = CHANNEL): Tabs {
  function listen(hear: (message: Message, channel: BroadcastChannel) => void) {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data, channel));
    return { channel, close: () => channel.close() };
  }
  return {
    ask(id, onTaken) {
      const { channel, close } = listen((message) => message?.taken === id && onTaken());
      channel.postMessage({ asked: id });
      return close;
    },
    answer(current) {
      return listen((message, channel) => {
        const id = current();
        if (message?.asked === id) channel.postMessage({ taken: id });
      }).close;
    },
  };
}
