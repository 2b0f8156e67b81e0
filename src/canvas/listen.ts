type Listeners = { readonly [Kind in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Kind]) => unknown };

/** Hears several kinds of events of an element, or of the window. @returns stops it */
export function listen(target: EventTarget, listeners: Listeners, options?: AddEventListenerOptions): () => void {
  const controller = new AbortController();
  for (const [kind, listener] of Object.entries(listeners)) {
    target.addEventListener(kind, listener as EventListener, { ...options, signal: controller.signal });
  }
  return () => controller.abort();
}
