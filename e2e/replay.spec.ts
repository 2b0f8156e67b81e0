import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { SMALL, sizeOf } from './fixtures/sizes.ts';

/** By what this browser makes films in. */
const VIDEO = new RegExp(`^(?:${en.replay.video('mp4')}|${en.replay.video('webm')})$`);
const KEEP = new RegExp(`^(?:${en.replay.keep('replay.mp4')}|${en.replay.keep('replay.webm')})$`);

test('a picture is replayed, taken along, and painted on from a moment with another seed', async ({ open }) => {
  test.setTimeout(120_000);
  const { page, settings, job, picture, header } = await open();
  await settings.chooseSize(SMALL);
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  const painted = await picture.restingFingerprint();

  await page.keyboard.press('Shift+P');
  const dialog = page.getByRole('dialog', { name: en.replay.heading });
  const canvas = dialog.getByRole('img', { name: en.replay.canvas });
  const shown = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  const end = await shown();
  await expectAccessible(page);

  const moment = dialog.getByRole('slider', { name: en.replay.moment });
  await moment.press('Home');
  await expect(dialog).toContainText(en.replay.tokens(0, 256));
  expect(await shown()).not.toBe(end);
  await moment.press('End');
  await expect.poll(shown).toBe(end);
  await dialog.getByRole('button', { name: en.replay.play }).click();
  await expect(dialog.getByRole('button', { name: en.replay.pause })).toBeVisible();
  await dialog.getByRole('button', { name: en.replay.pause }).click();

  const download = page.waitForEvent('download', { timeout: 60_000 });
  await dialog.getByRole('button', { name: en.replay.gif }).click();
  const gif = await readFile(await (await download).path());
  expect(gif.subarray(0, 6).toString('latin1')).toBe('GIF89a');
  const { width, height } = sizeOf(page, SMALL);
  expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([width, height]);

  const made = page.waitForEvent('download', { timeout: 60_000 });
  await dialog.getByRole('button', { name: VIDEO }).click();
  const film = await made;
  const video = await readFile(await film.path());
  const type = `video/${film.suggestedFilename().split('.').at(-1)}`;
  expect(await playedThrough(await page.context().newPage(), video, type)).toEqual([width, height, 8]);

  await moment.fill('40');
  await dialog.getByRole('button', { name: en.replay.goOn }).click();
  await job.expectDone();
  await expect.poll(() => picture.fingerprint()).not.toBe(painted);
  // Once for what was painted on, once for going back.
  await header.undo.click();
  await header.undo.click();
  await expect.poll(() => picture.fingerprint()).toBe(painted);
});

test('a film that is made while another tab is looked at is saved by another click', async ({ open, context }) => {
  await context.addInitScript(() => {
    // A system's dialog as Chromium opens it: for some seconds after a click, and no later; here for none. A story is always clicking,
    // for the browser: what it asks a page counts as a gesture.
    let clicked = -Infinity;
    addEventListener('click', () => (clicked = performance.now()), true);
    const userActivation = {
      get isActive() {
        return performance.now() - clicked < 50;
      },
    };
    Object.defineProperty(navigator, 'userActivation', { value: userActivation });
    Object.assign(window, {
      showOpenFilePicker: () => Promise.reject(new Error('Nothing is opened here.')),
      showSaveFilePicker: () => {
        if (!navigator.userActivation.isActive) {
          return Promise.reject(new DOMException('Must be handling a user gesture.', 'SecurityError'));
        }
        const write = (file: Blob) => {
          document.documentElement.dataset.saved = String(file.size);
          return Promise.resolve();
        };
        return Promise.resolve({ createWritable: () => Promise.resolve({ write, close: () => Promise.resolve() }) });
      },
    });
  });
  const { page, settings, job, picture } = await open();
  await settings.chooseSize(SMALL);
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  await page.keyboard.press('Shift+P');
  const dialog = page.getByRole('dialog', { name: en.replay.heading });
  await dialog.getByRole('button', { name: VIDEO }).click();
  // Hidden, the page is shown no frames; its workers go on.
  const other = await page.context().newPage();
  await other.bringToFront();
  const keep = dialog.getByRole('button', { name: KEEP });
  await expect(keep).toBeVisible({ timeout: 30_000 });
  await other.close();
  await keep.click();
  await expect(keep).toBeHidden();
  expect(Number(await page.locator('html').getAttribute('data-saved'))).toBeGreaterThan(1000);
});

const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

test('a shared picture plays in a frame of another origin', async ({ open, context, anotherBrowser, watch }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, job, picture } = await open();
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  await page.getByRole('button', { name: en.share.button, exact: true }).click();
  const snippet = await page.getByRole('textbox', { name: en.replay.embed }).inputValue();

  // A page of someone else's; at one of its addresses it is isolated from other origins.
  const server = createServer(({ url }, response) => {
    const headers = url === '/isolated' ? ISOLATED : {};
    response
      .writeHead(200, { 'content-type': 'text/html', ...headers })
      .end(`<!doctype html><title>Mine</title>${snippet}`);
  });
  await new Promise<void>((listening) => {
    server.listen(0, listening);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  watch.allow(origin);
  const mine = await (await anotherBrowser()).newPage();
  await mine.goto(origin);
  const frame = mine.frameLocator('iframe');
  const canvas = frame.getByRole('img', { name: en.replay.canvas });
  await expect(canvas).toBeVisible({ timeout: 30_000 });
  const shown = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  const moment = frame.getByRole('slider', { name: en.replay.moment });
  await moment.press('End');
  await expect(moment).toHaveAttribute('aria-valuetext', en.replay.tokens(512, 512));
  const end = await shown();
  await moment.press('Home');
  await expect(moment).toHaveAttribute('aria-valuetext', en.replay.tokens(0, 512));
  await expect.poll(shown).not.toBe(end);
  await moment.press('End');
  await expect.poll(shown).toBe(end);
  await expect(frame.getByRole('link', { name: en.replay.open })).toHaveAttribute('href', /#p=/);
  await expect(frame.getByRole('button', { name: en.job.paint })).toHaveCount(0);

  await mine.goto(`${origin}/isolated`);
  expect(await mine.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(canvas).toBeVisible({ timeout: 30_000 });
  await expect.poll(shown).toBe(end);
  server.close();
});

/** Width, height and whole seconds of a video that the browser has played to its end in an empty tab: the page's policy plays none. */
async function playedThrough(tab: Page, video: Buffer, type: string): Promise<[number, number, number]> {
  const sent = { base64: video.toString('base64'), type };
  const size = await tab.evaluate(async ({ base64, type: own }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const element = document.createElement('video');
    element.muted = true;
    element.playbackRate = 8;
    element.src = URL.createObjectURL(new Blob([bytes], { type: own }));
    await new Promise((ended, failed) => {
      element.addEventListener('ended', ended);
      element.addEventListener('error', () => failed(new Error(element.error?.message)));
      void element.play();
    });
    return [element.videoWidth, element.videoHeight, Math.round(element.duration)] as [number, number, number];
  }, sent);
  await tab.close();
  return size;
}
