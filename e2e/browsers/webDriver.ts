/** What WebDriver calls an element when it crosses the wire. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ANSWER_TIMEOUT = 120_000;

/** One session of the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/), as far as the stories need it. */
export class WebDriver {
  private constructor(
    private readonly session: string,
    readonly version: string,
  ) {}

  /** @param capabilities what the browser must match; @param patience how long the driver may take to listen, and the browser to start, milliseconds */
  static async start(base: string, capabilities: object, patience: number): Promise<WebDriver> {
    for (const end = Date.now() + patience; ; await new Promise((done) => setTimeout(done, 200))) {
      try {
        await send('GET', `${base}/status`);
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
    const body = { capabilities: { alwaysMatch: capabilities } };
    const made = (await send('POST', `${base}/session`, body, patience)) as {
      sessionId: string;
      capabilities: { browserVersion: string };
    };
    const driver = new WebDriver(`${base}/session/${made.sessionId}`, made.capabilities.browserVersion);
    await driver.post('/timeouts', { script: ANSWER_TIMEOUT, pageLoad: ANSWER_TIMEOUT });
    return driver;
  }

  get(path: string): Promise<unknown> {
    return send('GET', this.session + path);
  }

  post(path: string, body: object = {}): Promise<unknown> {
    return send('POST', this.session + path, body);
  }

  async evaluate(run: string, given: readonly unknown[]): Promise<unknown> {
    const script = `const given = [...arguments], done = given.pop();
      Promise.resolve().then(() => (${run})(...given)).then((value) => done({ value }), (error) => done({ error: error?.message + '\\n' + error?.stack }));`;
    const told = (await this.post('/execute/async', { script, args: given })) as { value?: unknown; error?: string };
    if (told.error !== undefined) throw new Error(`In the page: ${told.error}`);
    return told.value;
  }

  /** @returns the element as the protocol writes it, and its path in the session */
  async element(css: string): Promise<{ reference: object; path: string }> {
    const reference = (await this.post('/element', { using: 'css selector', value: css })) as Record<string, string>;
    return { reference, path: `/element/${reference[ELEMENT]}` };
  }
}

async function send(method: string, url: string, body?: object, patience = ANSWER_TIMEOUT): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(patience),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (typeof value === 'object' && value !== null && 'error' in value) {
    const { error, message } = value as { error: string; message?: string };
    throw new Error(`${error}: ${message}`);
  }
  return value;
}
