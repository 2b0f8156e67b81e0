import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { en } from '../src/ui/i18n/en.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

test('a picture is replayed, taken along, and painted on from a moment with another seed', async ({ open }) => {
  test.setTimeout(120_000);
  const { page, settings, job, picture, header } = await open();
  await settings.chooseSize(256, 256);
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
  expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([256, 256]);

  await moment.fill('80');
  await dialog.getByRole('button', { name: en.replay.goOn }).click();
  await job.expectDone();
  await expect.poll(() => picture.fingerprint()).not.toBe(painted);
  // Once for what was painted on, once for going back.
  await header.undo.click();
  await header.undo.click();
  await expect.poll(() => picture.fingerprint()).toBe(painted);
});

test('a shared picture plays in a frame of another origin', async ({ open, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, job, picture } = await open();
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  await page.getByRole('button', { name: en.share.button, exact: true }).click();
  const snippet = await page.getByRole('textbox', { name: en.replay.embed }).inputValue();

  // A page of someone else's.
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Mine</title>${snippet}`);
  });
  await new Promise<void>((listening) => {
    server.listen(0, listening);
  });
  const address = server.address();
  const stranger = await browser.newContext();
  const mine = await stranger.newPage();
  await mine.goto(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`);
  const frame = mine.frameLocator('iframe');
  await expect(frame.getByRole('img', { name: en.replay.canvas })).toBeVisible({ timeout: 30_000 });
  await expect(frame.getByRole('slider', { name: en.replay.moment })).toBeVisible();
  await expect(frame.getByRole('link', { name: en.replay.open })).toHaveAttribute('href', /#p=/);
  await expect(frame.getByRole('button', { name: en.job.paint })).toHaveCount(0);
  await stranger.close();
  server.close();
});
