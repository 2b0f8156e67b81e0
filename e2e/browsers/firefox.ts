import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type BrowserContext, type Frame, type KeyInput, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/otherBrowsers.mjs';
import { TAB, type Driver, type Launched, type Point } from './driver.ts';

/** The window's own bars. `page.setViewport` would send commands that Firefox 140 does not know. */
const BARS = 86;

/** Firefox, headless, over WebDriver BiDi. */
export async function launchFirefox(): Promise<Launched> {
  const downloads = await mkdtemp(join(tmpdir(), 'plein-air-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? '',
    headless: true,
    timeout: 120_000,
    protocolTimeout: 120_000,
    defaultViewport: null,
    args: [`--width=${TAB.width}`, `--height=${TAB.height + BARS}`],
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.always_ask_before_handling_new_types': false,
      // Firefox would ask its maker's hosts for settings, updates and portals in the middle of a test.
      'app.update.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'services.settings.server': 'http://127.0.0.1:1/',
    },
  });
  let last: BrowserContext | undefined;
  return {
    version: await browser.version(),
    fresh: async () => {
      await last?.close();
      last = await browser.createBrowserContext();
      return new FirefoxDriver(await last.newPage(), downloads);
    },
    end: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

class FirefoxDriver implements Driver {
  readonly bar = 12;
  private frame: Frame;

  constructor(
    private readonly page: Page,
    readonly downloads: string,
  ) {
    this.frame = page.mainFrame();
    page.setDefaultTimeout(60_000);
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  evaluate<A extends readonly unknown[], T>(run: (...given: A) => T | Promise<T>, ...given: A): Promise<T> {
    return this.frame.evaluate(run as never, ...given) as Promise<T>;
  }

  async click(css: string): Promise<void> {
    // Of an element in a frame puppeteer asks for the frame's own element, by a way that Firefox 140 does not know.
    const { x, y } = await this.frame.evaluate((wanted) => {
      const element = document.querySelector(wanted)!;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, css);
    await this.page.mouse.click(x, y);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
  }

  async press(keys: string): Promise<void> {
    const names = keys.split('+');
    for (const name of names) await this.hold(name);
    for (const name of names.toReversed()) await this.release(name);
  }

  hold(key: string): Promise<void> {
    return this.page.keyboard.down(keyOf(key));
  }

  release(key: string): Promise<void> {
    return this.page.keyboard.up(keyOf(key));
  }

  async upload(css: string, path: string): Promise<void> {
    const input = await this.frame.$(`input${css}`);
    if (!input) throw new Error(`There is no input ${css}.`);
    await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(path);
  }

  async enter(css: string): Promise<void> {
    const inner = await (await this.page.$(css))?.contentFrame();
    if (!inner) throw new Error(`There is no frame ${css}.`);
    this.frame = inner;
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Named keys are called as in `KeyboardEvent.key`, but for one. */
function keyOf(name: string): KeyInput {
  return (name === 'Space' ? ' ' : name) as KeyInput;
}
