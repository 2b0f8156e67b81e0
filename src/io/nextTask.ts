/** Lets the page do what else it has to before it goes on: what takes long is to be several tasks. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
