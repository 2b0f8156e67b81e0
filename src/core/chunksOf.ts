/** What a response brings, piece by piece. Whoever breaks off fetches nothing more of it. */
export async function* chunksOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Also when the loop above it gave up: nothing more is to be fetched.
    await reader.cancel().catch(() => undefined);
  }
}
