import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { PicturesDialog } from './fixtures/picturesDialog.ts';
import { addressOf, expect, tabOf, test, type Tab } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

const MIDDLE = { x: 0, y: 0 };
/** Longer than the hand has to rest until the work is saved. */
const SAVED_AFTER = 1600;
const { pictures: words } = en;

async function fillWith({ layout, page }: Tab, name: 'sand' | 'snow' | 'grass' | 'water'): Promise<void> {
  await layout.chooseTool('fill');
  await layout.chooseClass(name);
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, name);
  await page.waitForTimeout(SAVED_AFTER);
}

/** The link to the picture that is open. */
async function linkOf({ page }: Tab): Promise<string> {
  await page.getByRole('button', { name: en.share.button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: en.share.heading });
  const link = await dialog.getByRole('textbox', { name: en.share.link }).inputValue();
  await dialog.getByRole('button', { name: en.dialogs.close }).click();
  return link;
}

/** From now on the browser says that there is no room. */
function fillTheDisk(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { prototype } = IDBObjectStore;
    const whole = Object.getOwnPropertyDescriptor(prototype, 'put')!;
    Object.assign(window, { makeRoom: () => Object.defineProperty(prototype, 'put', whole) });
    prototype.put = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  });
}

test('a person’s own picture is there after a link, a reload, a full disk and a new deployment', async ({
  open,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  // B makes a picture of sand and sends the link.
  const other = tabOf(await (await anotherBrowser()).newPage());
  await other.page.goto(addressOf('tiny', 'wasm'));
  await other.layout.waitUntilOpened();
  await fillWith(other, 'sand');
  await other.job.paint();
  await other.job.expectDone();
  const link = await linkOf(other);

  // A has a picture of snow, and paints on what B has sent.
  const mine = await open();
  await fillWith(mine, 'snow');
  const pictures = new PicturesDialog(mine.page);
  await pictures.open();
  await pictures.rename(pictures.cards.first(), 'Mine');
  await pictures.close();
  await mine.page.goto('about:blank');
  await mine.page.goto(link);
  await mine.layout.expectClass(MIDDLE, 'sand');
  await fillWith(mine, 'grass');

  // Loaded again, this tab has what it had last; both are in the list, and the link's is marked.
  await mine.page.goto('about:blank');
  await mine.page.goto(addressOf('tiny', 'wasm'));
  await mine.layout.expectClass(MIDDLE, 'grass');
  await pictures.open();
  await expect(pictures.cards).toHaveCount(2);
  await expect(pictures.cards.filter({ hasText: words.link })).toHaveCount(1);
  await expect(pictures.card('Mine')).not.toContainText(words.link);
  await expectAccessible(mine.page);
  await pictures
    .card('Mine')
    .getByRole('button', { name: words.open('Mine') })
    .click();
  await mine.layout.expectClass(MIDDLE, 'snow');

  // A new tab opens A's own picture, and not the link's, which is newer.
  await mine.page.getByRole('button', { name: words.back }).click();
  await mine.layout.expectClass(MIDDLE, 'grass');
  await fillWith(mine, 'water');
  const second = tabOf(await mine.page.context().newPage());
  await second.page.goto(addressOf('tiny', 'wasm'));
  await second.layout.expectClass(MIDDLE, 'snow');

  // The disk is full: it is said, a project is offered, and saving goes on by itself when there is room.
  await fillTheDisk(second.page);
  await fillWith(second, 'sand');
  const notice = second.page.getByRole('alert');
  await expect(notice).toContainText(words.troubles.full);
  await expectAccessible(second.page);
  const download = second.page.waitForEvent('download');
  await notice.getByRole('button', { name: words.saveNow }).click();
  expect((await readFile(await (await download).path())).subarray(0, 2).toString()).toBe('PK');
  await second.page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
  // Tried again after 2, 4, 8 … seconds, by how long all of the above took.
  await expect(second.page.getByText(en.notices.kept({ kind: 'kept' }))).toBeVisible({ timeout: 70_000 });

  // A new deployment has taken parts of the page away: it is loaded anew, and has all that there was.
  await second.page.route('**/assets/HelpDialog*.js', (route) => route.fulfill({ status: 404 }));
  await second.page.keyboard.press('F1');
  await second.page.getByRole('button', { name: en.failure.reload }).click();
  await second.layout.waitUntilOpened();
  await second.layout.expectClass(MIDDLE, 'sand');
  await mine.page.reload();
  await mine.layout.expectClass(MIDDLE, 'water');
});

test('pictures are named, copied, saved, deleted and brought back, by pointer and by keyboard', async ({ open }) => {
  const tab = await open();
  await fillWith(tab, 'snow');
  const pictures = new PicturesDialog(tab.page);
  await pictures.open();
  await pictures.rename(pictures.cards.first(), 'Snow');
  await pictures.choose(pictures.card('Snow'), words.duplicate);
  await expect(pictures.card(words.copyOf('Snow'))).toBeVisible();
  const download = tab.page.waitForEvent('download');
  await pictures.choose(pictures.card(words.copyOf('Snow')), words.saveProject);
  expect((await download).suggestedFilename()).toBe('Copy of Snow.pleinair');

  // Deleted, and brought back; then the one that is open.
  await pictures.choose(pictures.card(words.copyOf('Snow')), words.remove);
  await expect(pictures.cards).toHaveCount(1);
  await pictures.dialog.getByRole('button', { name: words.undo, exact: true }).click();
  await expect(pictures.cards).toHaveCount(2);
  await pictures.choose(pictures.cards.filter({ hasText: words.marks.here }), words.remove);
  await pictures.dialog.getByRole('button', { name: words.undo, exact: true }).click();
  await expect(pictures.cards.filter({ hasText: words.marks.here })).toContainText('Snow');
  await pictures.close();
  await tab.layout.expectClass(MIDDLE, 'snow');

  // A new one, begun by keyboard; the one before is one press away.
  await tab.page.keyboard.press('Shift+KeyN');
  await pictures.dialog.getByRole('button', { name: words.begin }).press('Enter');
  await expect(pictures.dialog).toBeHidden();
  await tab.page.getByRole('button', { name: words.back }).press('Enter');
  await tab.layout.expectClass(MIDDLE, 'snow');

  // Beside the starters, too: a blank one, and what was worked on before. The tab is called as the picture is.
  await expect(tab.page).toHaveTitle(/^(?:Copy of )?Snow – /);
  await expect(tab.page.getByRole('contentinfo')).toContainText(words.stored);
  await tab.dialogs.open('starters');
  const starters = tab.dialogs.dialog('starters');
  await expectAccessible(tab.page);
  await starters.getByRole('button', { name: en.dialogs.starters.blank }).click();
  await tab.layout.expectClass(MIDDLE, 'any');
  await expect(tab.page).toHaveTitle(en.title);
  await tab.dialogs.open('starters');
  await starters.getByRole('region', { name: en.dialogs.starters.recent }).getByRole('button').first().click();
  await tab.layout.expectClass(MIDDLE, 'snow');
});

test('the list fits a phone, in the dark', async ({ open }) => {
  const tab = await open();
  await fillWith(tab, 'snow');
  await tab.page.setViewportSize({ width: 390, height: 844 });
  await tab.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const pictures = new PicturesDialog(tab.page);
  await tab.page.keyboard.press('Shift+KeyN');
  await expect(pictures.cards).toHaveCount(1);
  await pictures.choose(pictures.cards.first(), words.rename);
  await expectAccessible(tab.page);
  const sides = await pictures.dialog.evaluate((dialog) =>
    [dialog, ...dialog.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).overflowX === 'auto')
      .map((element) => element.scrollWidth - element.clientWidth),
  );
  expect(sides.length).toBeGreaterThan(0);
  expect(Math.max(...sides)).toBe(0);
});

test('a picture that cannot be read is kept, named so, and can be saved as a file', async ({ open }) => {
  const tab = await open();
  await fillWith(tab, 'snow');
  await tab.page.goto('about:blank');
  await tab.page.goto('/favicon.svg');
  await tab.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('plein-air');
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('works', 'readwrite');
          const works = transaction.objectStore('works');
          const keys = works.getAllKeys();
          keys.addEventListener('success', () => {
            for (const key of keys.result as string[]) if (key.startsWith('work:')) works.put({ version: 99 }, key);
          });
          transaction.addEventListener('complete', () => resolve());
          transaction.addEventListener('error', () => reject(new Error('not written')));
        });
      }),
  );
  await tab.page.goto(addressOf('tiny', 'wasm'));
  await tab.layout.waitUntilOpened();
  await expect(tab.page.getByRole('alert')).toContainText(/cannot be read\. It is kept/);
  await fillWith(tab, 'grass');
  await tab.page.getByRole('button', { name: en.commands.pictures, exact: true }).click();
  const pictures = new PicturesDialog(tab.page);
  const damaged = pictures.cards.filter({ hasText: words.unreadable });
  await expect(damaged).toHaveCount(1);
  const download = tab.page.waitForEvent('download');
  await pictures.choose(damaged, words.saveRaw);
  const bytes = await readFile(await (await download).path());
  expect(bytes.includes('"version": 99')).toBe(true);
});

test('a storage that never answers is said after a moment, and the page opens without it', async ({ context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => document.createElement('i') as unknown as IDBOpenDBRequest;
  });
  const tab = tabOf(await context.newPage());
  await tab.page.goto(addressOf('tiny', 'wasm'));
  await tab.layout.waitUntilOpened();
  await expect(tab.page.getByRole('alert')).toContainText(words.troubles.silent);
});
