import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { en } from '../../src/ui/i18n/en.ts';
import { mapFile } from '../fixtures/maps.ts';
import { photographFile } from '../fixtures/photographs.ts';
import { colorsIn } from '../fixtures/pixels.ts';
import { expect, test, TINY } from './test.ts';
import { bytesOf, type Visitor } from './visitor.ts';

const WHOLE = en.picture.canvas('whole');
/** Longer than the hand has to rest until the work is saved, milliseconds. */
const SAVED_AFTER = 1_800;

/** Pixels of a picture by its cells: a bundle says how many a cell has. */
const { lattice } = JSON.parse(readFileSync('public/models/tiny/manifest.json', 'utf8')) as {
  lattice: { cellPixels: number };
};
const sizeOf = (columns: number, rows: number) =>
  en.settings.formatValue(columns * lattice.cellPixels, rows * lattice.cellPixels);

/** The largest that is offered by name: there is time to stop it. */
async function chooseLargest(visitor: Visitor): Promise<void> {
  await visitor.press(en.settings.format);
  await visitor.press(sizeOf(64, 32));
}

async function drawSnow(visitor: Visitor): Promise<void> {
  await visitor.choose('snow');
  await visitor.draw({ x: -0.1, y: 0 }, { x: 0.1, y: 0 });
}

/** What the project file holds, by name: the same work gives the same bytes. */
function contentsOf(project: string): Record<string, Uint8Array> {
  const { 'layout.png': layout, 'tokens.bin': tokens } = unzipSync(bytesOf(project));
  if (!layout || !tokens) throw new Error('The project has no layout or no tokens.');
  return { layout: decode(layout).data as Uint8Array, tokens };
}

test('a picture is painted, kept, saved and sent, and maps and photographs are read, without a network too', async ({
  arrive,
  host,
  onDisk,
}) => {
  const visitor = await arrive();
  await test.step('a stroke, and a picture that is stopped and finished', async () => {
    await visitor.open(TINY);
    // While what keeps the page for later is on its way.
    await visitor.reload();
    await visitor.waitUntilKept();
    await visitor.expectNoText(en.notices.newer({ kind: 'newer' }));
    const before = await visitor.lookAt(en.layout.canvas);
    await drawSnow(visitor);
    await visitor.expectOtherLook(en.layout.canvas, before);
    await chooseLargest(visitor);
    await visitor.paintAndStop();
    await visitor.goOn();
    await visitor.expectDone();
  });
  const picture = await visitor.lookAt(WHOLE);

  await test.step('the picture is there after a reload', async () => {
    await visitor.waitUntilKept();
    await new Promise((done) => setTimeout(done, SAVED_AFTER));
    await visitor.reload();
    await visitor.expectLook(WHOLE, picture);
  });
  const { search, hash } = await test.step('a link to it', () => visitor.share());

  const completed = await test.step('a map and a photograph from the disk, on the second visit', async () => {
    const painted = await visitor.lookAt(en.layout.canvas);
    await visitor.openFile(onDisk(mapFile('gaugan')));
    await visitor.press(en.maps.take);
    await visitor.expectOtherLook(en.layout.canvas, painted);
    await visitor.openFile(onDisk(photographFile()));
    await visitor.press(en.photo.preset('bottom'));
    await visitor.press(en.photo.complete);
    await visitor.expectDone();
    return visitor.lookAt(WHOLE);
  });

  const project = await test.step('without a network the page opens, paints and saves', async () => {
    await new Promise((done) => setTimeout(done, SAVED_AFTER));
    await host.goOffline();
    await visitor.reload();
    await visitor.expectLook(WHOLE, completed);
    await visitor.paint();
    await visitor.expectDone();
    const { width, height, data } = decode(bytesOf(await visitor.save('picture')));
    expect(width).toBe(2 * height);
    expect(colorsIn(data as Uint8Array), 'colours of the picture').toBeGreaterThan(100);
    return visitor.save('project');
  });
  await host.goOnline();

  const other = await arrive();
  await test.step('someone else sees the picture of the link, alone and in the page, and opens the project', async () => {
    await other.driver.open(`${host.url}?embed&${search.slice(1)}${hash}`);
    await other.press(en.replay.pause);
    await other.press(en.replay.play);
    await other.driver.open('about:blank');
    await other.open(search + hash);
    await other.expectLook(WHOLE, picture);
    await other.openFile(project);
    await other.expectOtherLook(WHOLE, picture);
    expect(contentsOf(await other.save('project'))).toEqual(contentsOf(project));
  });
});

test('at 390 pixels nothing is cut off, in the light and in the dark, and the keyboard alone paints', async ({
  arrive,
  host,
}) => {
  const visitor = await arrive();
  const { driver } = visitor;
  await driver.open(`${host.url}narrow.html`);
  await driver.enter('iframe');
  await visitor.expectOpened();
  await visitor.expectTrue('names are written in the serif of the page', isInSerif);
  const grounds: string[] = [];
  for (const theme of [en.header.themes.light, en.header.themes.dark]) {
    await visitor.press(en.header.more);
    await visitor.expectTrue('no tip lies behind the menu', isWithoutTip);
    await visitor.choose(theme);
    await visitor.press(en.header.more);
    grounds.push(await driver.evaluate(() => getComputedStyle(document.body).backgroundColor));
    for (const view of [en.picture.showLayout, en.picture.showPicture]) {
      await visitor.choose(view);
      expect(await visitor.cutOff(), `what is cut off: ${theme}, ${view}`).toEqual([]);
    }
    for (const opener of [en.settings.heading, en.header.saveMenu, en.share.button]) {
      await visitor.press(opener);
      await visitor.expectTrue('it is open', isOpen);
      // Its content comes bit by bit, and is higher than the screen then: a bar takes its room.
      if (opener === en.share.button) await visitor.expectBar(driver.bar);
      expect(await visitor.cutOff(), `what is cut off: ${theme}, ${opener}`).toEqual([]);
      await driver.press('Escape');
      await visitor.expectTrue('it is closed', isClosed);
    }
  }
  expect(new Set(grounds).size).toBe(2);
  await visitor.choose(en.picture.showLayout);

  for (let presses = 0; presses < 60; presses++) {
    await driver.press('Tab');
    if (await driver.evaluate(() => document.activeElement?.getAttribute('role') === 'application')) break;
  }
  const before = await visitor.lookAt(en.layout.canvas);
  await driver.press('b');
  await driver.press('4'); // snow
  await driver.press('Enter');
  await driver.hold('Space');
  for (let step = 0; step < 3; step++) await driver.press('Shift+ArrowLeft');
  await driver.release('Space');
  await visitor.expectOtherLook(en.layout.canvas, before);
  await driver.press('Control+z');
  await driver.press('Control+z');
  await visitor.expectLook(en.layout.canvas, before);
  await driver.press('Control+Enter');
  await visitor.expectDone();
  await driver.press('Shift+?');
  await visitor.expectText(en.dialogs.help.note);
  await driver.press('Escape');
  await visitor.expectTrue('the dialog is closed', isClosed);
});

/** For the page: whether the font that comes with it is there. */
function isInSerif(): boolean {
  return [...document.fonts].some(({ family, status }) => family.includes('EB Garamond') && status === 'loaded');
}

/** For the page: whether a dialog or a sheet is open. */
function isOpen(): boolean {
  return document.querySelector('dialog[open], [role=dialog]:popover-open') !== null;
}

/** For the page: whether none is. */
function isClosed(): boolean {
  return document.querySelector('dialog[open], [role=dialog]:popover-open') === null;
}

/** For the page: whether a panel is open, and its button shows no tip meanwhile. */
function isWithoutTip(): boolean {
  const opener = document.querySelector('.has-tip[data-open]');
  if (opener === null) return false;
  const { content, display } = getComputedStyle(opener, '::after');
  return !content.startsWith('"') || display === 'none';
}
