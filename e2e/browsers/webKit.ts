import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMiniBrowser } from '../../scripts/otherBrowsers.mjs';
import type { Driver, Launched, Point } from './driver.ts';
import { WebDriver } from './webDriver.ts';

const CAPABILITIES = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
};

/** Keys as WebDriver writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** How long driver and browser may take to start before they are started anew, milliseconds. */
const START_PATIENCE = 45_000;
const STARTS = 3;

/** A driver with its browser, a screen and a home of its own. */
interface Running {
  readonly session: WebDriver;
  /** Downloads land in it. */
  readonly home: string;
  readonly end: () => Promise<void>;
}

/** WebKitGTK's MiniBrowser under Xvfb: it has no headless mode. Each visitor has another one. */
export async function launchWebKit(): Promise<Launched> {
  let running: Running | undefined = await startPatiently();
  let used = false;
  return {
    version: `WebKitGTK ${running.session.version}`,
    fresh: async () => {
      if (used) {
        await running?.end();
        running = undefined;
        running = await startPatiently();
      }
      used = true;
      return new WebKitDriver(running!.session, running!.home);
    },
    end: async () => running?.end(),
  };
}

/** Now and then a session of a busy machine is never answered: another driver is asked then. */
async function startPatiently(): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      if (attempt === STARTS) throw error;
    }
  }
}

async function start(): Promise<Running> {
  const home = await mkdtemp(join(tmpdir(), 'plein-air-webkit-'));
  const port = await freePort();
  // A process group of its own: xvfb-run is a shell, and ends alone.
  const server = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: join(home, '.data'),
      XDG_CONFIG_HOME: join(home, '.config'),
      // Without a GPU: pages get their first frames after seconds otherwise, or none (seen in 2.50.6).
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // On two cores the optimizing compiler of WebAssembly takes longer than all that it saves in a story.
      JSC_useOMGJIT: '0',
      NO_AT_BRIDGE: '1',
    },
  });
  const stop = () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
  };
  // A story that runs into its limit may end this process before `end` is called.
  process.once('exit', stop);
  const end = async () => {
    process.off('exit', stop);
    stop();
    await new Promise((done) => setTimeout(done, 1000));
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { session: await WebDriver.start(`http://127.0.0.1:${port}`, CAPABILITIES, START_PATIENCE), home, end };
  } catch (error) {
    await end();
    throw error;
  }
}

class WebKitDriver implements Driver {
  readonly bar = 0;

  constructor(
    private readonly session: WebDriver,
    readonly downloads: string,
  ) {}

  async open(url: string): Promise<void> {
    await this.session.post('/url', { url });
  }

  async reload(): Promise<void> {
    await this.session.post('/refresh');
  }

  evaluate<A extends readonly unknown[], T>(run: (...given: A) => T | Promise<T>, ...given: A): Promise<T> {
    return this.session.evaluate(String(run), given) as Promise<T>;
  }

  async click(css: string): Promise<void> {
    await this.session.post(`${(await this.session.element(css)).path}/click`);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const steps = 6;
    const move = (part: number) => ({
      type: 'pointerMove',
      origin: 'viewport',
      duration: part === 0 ? 0 : 20,
      x: Math.round(from.x + (to.x - from.x) * part),
      y: Math.round(from.y + (to.y - from.y) * part),
    });
    const moves = Array.from({ length: steps }, (_, n) => move((n + 1) / steps));
    const actions = [move(0), { type: 'pointerDown', button: 0 }, ...moves, { type: 'pointerUp', button: 0 }];
    await this.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async press(keys: string): Promise<void> {
    const names = keys.split('+');
    for (const name of names) await this.hold(name);
    for (const name of names.toReversed()) await this.release(name);
  }

  hold(key: string): Promise<void> {
    return this.act({ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: KEYS[key] ?? key }] });
  }

  release(key: string): Promise<void> {
    return this.act({ type: 'key', id: 'keyboard', actions: [{ type: 'keyUp', value: KEYS[key] ?? key }] });
  }

  async upload(css: string, path: string): Promise<void> {
    await this.session.post(`${(await this.session.element(`input${css}`)).path}/value`, { text: path });
  }

  async enter(css: string): Promise<void> {
    await this.session.post('/frame', { id: (await this.session.element(css)).reference });
  }

  async close(): Promise<void> {
    // The browser is the tab: it ends when the next one comes.
  }

  private async act(source: object): Promise<void> {
    await this.session.post('/actions', { actions: [source] });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
