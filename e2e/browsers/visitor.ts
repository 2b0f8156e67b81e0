import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { en } from '../../src/ui/i18n/en.ts';
import type { Driver, Point } from './driver.ts';
import { barOfDialog, cutOff } from './edges.ts';
import { notesOfWatch } from './host.ts';
import { isAlike, lookOfFound, type Look } from './look.ts';

/** What is looked for in the page, and how it is marked up. */
const MARKUP = {
  button: 'button',
  radio: 'input[type=radio]',
  field: 'input:not([type]), input[type=text], input[type=url], textarea',
  canvas: '[role=application], [role=img]',
  region: 'section, [role=region], [role=group], fieldset, dialog, [role=dialog]',
} as const;

/** WebKit compiles the engine for a while before it paints, each time, and a busy machine takes longer. */
const PATIENCE = { timeout: 120_000, intervals: [150] };

/** Someone at the page with a browser, who finds things by what is written on them. */
export class Visitor {
  constructor(
    readonly driver: Driver,
    private readonly host: string,
    /** Where files stay that were saved: WebKit's downloads go with it. */
    private readonly folder: string,
  ) {}

  /** Opens the page. @param address what follows the host: a query, a fragment */
  async open(address: string): Promise<void> {
    await this.driver.open(this.host + address);
    await this.expectOpened();
  }

  async reload(): Promise<void> {
    await this.driver.reload();
    await this.expectOpened();
  }

  /** Until then the page looks for the work of last time, which takes the place of what is painted meanwhile. */
  async expectOpened(): Promise<void> {
    await this.expectTrue('the page has opened', () => document.querySelector('[data-opened="true"]') !== null);
  }

  /** Waits until something holds in the page. */
  async expectTrue<A extends readonly unknown[]>(what: string, holds: (...given: A) => boolean, ...given: A) {
    await expect
      .poll(() => this.driver.evaluate(holds, ...given).catch(() => false), { message: what, ...PATIENCE })
      .toBe(true);
  }

  /** Clicks what is seen and has this name, or a name that begins so: the rest is a key or a state. */
  async press(name: string | readonly string[], kind: keyof typeof MARKUP = 'button'): Promise<void> {
    await this.find(kind, name);
    await this.driver.click('[data-found]');
  }

  choose(name: string): Promise<void> {
    return this.press(name, 'radio');
  }

  /** The text of a part of the page. */
  async textOf(name: string, kind: keyof typeof MARKUP = 'region'): Promise<string> {
    await this.find(kind, name);
    return this.driver.evaluate(() => document.querySelector<HTMLElement>('[data-found]')?.innerText ?? '');
  }

  async expectText(text: string): Promise<void> {
    await this.expectTrue(`“${text}” is read`, (wanted) => document.body.innerText.includes(wanted), text);
  }

  async expectNoText(text: string): Promise<void> {
    expect(await this.driver.evaluate(() => document.body.innerText)).not.toContain(text);
  }

  /** Waits until the page can open without a network from the next visit on. */
  waitUntilKept(): Promise<void> {
    return this.driver.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  }

  /** @returns the link to the picture */
  async share(): Promise<URL> {
    await this.press(en.share.button);
    await this.find('field', en.share.link);
    const link = () =>
      this.driver.evaluate(() => document.querySelector<HTMLInputElement>('[data-found]')?.value ?? '');
    await expect.poll(link, PATIENCE).toContain('#p=');
    const url = new URL(await link());
    await this.driver.press('Escape');
    return url;
  }

  /** @param from, to as parts of the layout's canvas, from its middle */
  async draw(from: Point, to: Point): Promise<void> {
    await this.find('canvas', en.layout.canvas);
    const { x, y, width, height } = await this.driver.evaluate(() => {
      const box = document.querySelector('[data-found]')!.getBoundingClientRect();
      return { x: box.x, y: box.y, width: box.width, height: box.height };
    });
    const at = (place: Point) => ({ x: x + width * (0.5 + place.x), y: y + height * (0.5 + place.y) });
    await this.driver.drag(at(from), at(to));
  }

  /** What a canvas shows, once it rests: the last of it may still be on its way to the screen. */
  async lookAt(canvas: string): Promise<Look> {
    let last: Look = [];
    const rests = async () => {
      const before = last;
      await this.find('canvas', canvas);
      last = await this.driver.evaluate(lookOfFound);
      return isAlike(last, before);
    };
    await expect.poll(rests, { ...PATIENCE, intervals: [400] }).toBe(true);
    return last;
  }

  /** Waits until a canvas shows this: pictures that are opened are decoded first. */
  async expectLook(canvas: string, look: Look): Promise<void> {
    await expect
      .poll(async () => isAlike(await this.lookAt(canvas), look), { message: canvas, ...PATIENCE })
      .toBe(true);
  }

  /** Waits until a canvas shows something else. */
  async expectOtherLook(canvas: string, look: Look): Promise<void> {
    await expect
      .poll(async () => isAlike(await this.lookAt(canvas), look), { message: canvas, ...PATIENCE })
      .toBe(false);
  }

  async paint(): Promise<void> {
    await afterTheJob();
    await this.press([en.job.paint, en.job.paintNew, en.job.paintAll]);
  }

  expectDone(): Promise<void> {
    return this.expectEnd('Done in');
  }

  /** Paints, and presses Stop as soon as something is there; from inside the page, because a driver may come too late. */
  async paintAndStop(): Promise<void> {
    await this.driver.evaluate(
      (bar, stop) => {
        const look = setInterval(() => {
          const region = document.querySelector<HTMLElement>(`[aria-label="${bar}"]`);
          const buttons = [...(region?.querySelectorAll('button') ?? [])];
          const button = buttons.find(({ innerText }) => innerText.trim() === stop);
          if (!button || !/Painting: [1-9]\d*%/.test(region?.innerText ?? '')) return;
          clearInterval(look);
          button.click();
        }, 10);
      },
      en.job.label,
      en.job.stop,
    );
    await this.paint();
    await this.expectEnd('Stopped at');
  }

  async goOn(): Promise<void> {
    await afterTheJob();
    await this.press(en.job.goOn);
  }

  /** Chooses a file as the button opens the dialog for it: the dialog is the system's, the input is the page's. */
  async openFile(path: string): Promise<void> {
    await this.press(en.header.more);
    await this.press(en.commands.open);
    await this.expectTrue('there is an input', () => document.querySelector('input[type=file]') !== null);
    await this.driver.upload('[type=file]', path);
  }

  /** Saves something, in the format that was chosen last. @returns the file's path, once it is whole */
  async save(what: keyof typeof en.exporting.things): Promise<string> {
    const before = new Set(this.files());
    await this.press(en.header.saveMenu);
    await this.choose(en.exporting.things[what]);
    await this.press(en.header.saveMenu);
    let size = 0;
    const arrived = () => {
      const [file] = this.files().filter((one) => !before.has(one));
      const last = size;
      size = file === undefined ? 0 : statSync(join(this.driver.downloads, file)).size;
      return size > 0 && size === last;
    };
    await expect.poll(arrived, { message: 'a file was saved', timeout: 30_000, intervals: [300] }).toBe(true);
    const name = this.files().find((one) => !before.has(one))!;
    const path = join(this.folder, `${readdirSync(this.folder).length}-${name}`);
    renameSync(join(this.driver.downloads, name), path);
    return path;
  }

  /** What is cut off in the width that the page has. */
  cutOff(): Promise<string[]> {
    return this.driver.evaluate(cutOff);
  }

  /** Waits until an open dialog scrolls, and its bar takes this room: CSS pixels. */
  async expectBar(room: number): Promise<void> {
    await expect.poll(() => this.driver.evaluate(barOfDialog), PATIENCE).toBe(room);
  }

  /** No error that nobody caught, no complaint in the console, nothing that the page's policy forbids. */
  async expectNoTrouble(): Promise<void> {
    expect(await this.driver.evaluate(notesOfWatch)).toEqual([]);
  }

  /**
   * Waits until the bar says how a job ended. Where the machine has no time for the painter, the page takes it for dead,
   * replaces it and says what to do: that is done, twice at most.
   */
  private async expectEnd(words: string): Promise<void> {
    const said = async () => {
      const text = await this.textOf(en.job.label);
      return [words, en.errors.WORKER_DIED.what].find((one) => text.includes(one)) ?? text;
    };
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect.poll(said, PATIENCE).toMatch(new RegExp(`^(?:${words}|${en.errors.WORKER_DIED.what})$`));
      if ((await said()) === words) return;
      await afterTheJob();
      await this.press(en.job.again);
    }
    await expect.poll(said, PATIENCE).toBe(words);
  }

  /** Marks what is seen, may be used and has a name, for the driver to find. */
  private async find(kind: keyof typeof MARKUP, name: string | readonly string[]): Promise<void> {
    await this.expectTrue(
      `there is a ${kind} “${String(name)}”`,
      (css, names) => {
        for (const marked of document.querySelectorAll('[data-found]')) marked.removeAttribute('data-found');
        const nameOf = (element: Element) => {
          const labels = element.getAttribute('aria-labelledby')?.split(' ');
          const by = labels?.map((id) => document.getElementById(id)?.innerText).join(' ');
          const label = (element as HTMLInputElement).labels?.[0]?.innerText;
          const legend = element.querySelector(':scope > legend')?.textContent;
          const own = (element as HTMLElement).innerText;
          return (element.getAttribute('aria-label') ?? by ?? label ?? legend ?? own ?? '').trim();
        };
        const seen = [...document.querySelectorAll(css)].filter(
          // A dialog has the page to itself.
          (element) =>
            element.checkVisibility() &&
            !(element as HTMLButtonElement).disabled &&
            (document.querySelector('dialog:modal')?.contains(element) ?? true),
        );
        const found =
          seen.find((element) => names.includes(nameOf(element))) ??
          seen.find((element) => names.some((one) => nameOf(element).startsWith(one)));
        found?.setAttribute('data-found', '');
        return found !== undefined;
      },
      MARKUP[kind],
      [name].flat(),
    );
  }

  /** What has been saved so far. Firefox writes beside it what is not whole yet, WebKit its own folders. */
  private files(): string[] {
    return readdirSync(this.driver.downloads).filter((name) => /\.(?:png|pleinair)$/.test(name));
  }
}

/** A press within 400 ms of a job's end is taken for one that was meant for Stop, and begins nothing. */
function afterTheJob(): Promise<void> {
  return new Promise((done) => setTimeout(done, 500));
}

/** Reads a file that was saved. */
export function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}
