import { en } from '../src/ui/i18n/en.ts';
import { addressOf, expect, tabOf, test, type Tab } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

const MIDDLE = { x: 0, y: 0 };

/** Makes a picture of sand and the link to it. */
async function share(tab: Tab): Promise<string> {
  await tab.layout.chooseTool('fill');
  await tab.layout.chooseClass('sand');
  await tab.layout.click(MIDDLE);
  await tab.job.paint();
  await tab.job.expectDone();
  await tab.picture.expectState('whole');
  await tab.page.getByRole('button', { name: en.share.button, exact: true }).click();
  const dialog = tab.page.getByRole('dialog', { name: en.share.heading });
  await dialog.getByRole('textbox', { name: en.share.title }).fill('Dunes');
  await expect(dialog.getByRole('img', { name: en.share.code })).toBeVisible();
  await expectAccessible(tab.page);
  await dialog.getByRole('button', { name: en.share.copy }).click();
  await expect(dialog).toContainText(en.share.copied);
  const link = await tab.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await dialog.getByRole('textbox', { name: en.share.link }).inputValue());
  await dialog.getByRole('button', { name: en.dialogs.close }).click();
  return link;
}

test('a link shows the same picture to someone else, who fetches the decoder alone', async ({
  open,
  context,
  anotherBrowser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await open();
  const link = await share(tab);
  const seen = await tab.picture.restingFingerprint();
  expect(link.length).toBeLessThan(2_000);

  const stranger = await anotherBrowser();
  const fetched: string[] = [];
  stranger.on('request', (request) => fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  const other = tabOf(await stranger.newPage());
  await other.page.goto(link);
  // Said for a moment.
  await expect(other.page.getByText('“Dunes” that was shared with you.')).toBeVisible();
  await other.picture.expectState('whole');
  await expect.poll(() => other.picture.fingerprint()).toBe(seen);
  await other.layout.expectClass(MIDDLE, 'sand');
  expect(fetched.filter((name) => name.startsWith('features') || name.startsWith('upsampler')).length).toBe(2);
  expect(fetched.filter((name) => /^(?:step|context|encoder)\b/.test(name))).toEqual([]);

  // Painting on fetches the rest, and from then on it is their own.
  await other.job.paint();
  await other.job.expectDone();
  await expect.poll(() => other.page.url()).not.toContain('#');
});

test('the dialog follows the picture while it is painted', async ({ open }) => {
  test.setTimeout(180_000);
  // The largest picture of the model that takes its time: a small one has its tokens within a second.
  const { page, settings, job } = await open({ bundle: 'landscapes' });
  await settings.chooseSize({ rows: 32, columns: 64 });
  await job.paint();
  await job.expectPainted(10);
  await page.getByRole('button', { name: en.share.button, exact: true }).click();
  const link = page.getByRole('dialog', { name: en.share.heading }).getByRole('textbox', { name: en.share.link });
  const seen = new Set<string>();
  const look = async () => seen.add(await link.inputValue()).size;
  await expect.poll(look, { timeout: 60_000, intervals: [300] }).toBeGreaterThanOrEqual(3);
});

test('a link takes the place of nobody’s work without asking', async ({ open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await open();
  const link = await share(tab);
  await tab.layout.chooseClass('snow');
  await tab.layout.click(MIDDLE);
  await tab.layout.expectClass(MIDDLE, 'snow');
  // Longer than the hand has to rest until the work is saved.
  await tab.page.waitForTimeout(1_600);

  // Pasted over the address: asked, and taken back with undo.
  await tab.page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  const dialog = tab.page.getByRole('dialog', { name: en.share.offered.heading });
  await expect(dialog).toContainText('Dunes');
  await expectAccessible(tab.page);
  await dialog.getByRole('button', { name: en.share.offered.open }).click();
  await tab.layout.expectClass(MIDDLE, 'sand');
  await tab.header.undo.click();
  await tab.layout.expectClass(MIDDLE, 'snow');
  await tab.page.waitForTimeout(1_600);
  // The next reload asks for the work, not for the link.
  await tab.page.reload();
  await tab.layout.expectClass(MIDDLE, 'snow');

  // Opened as an address: beside the work, which is there without the link.
  await tab.page.goto('about:blank');
  await tab.page.goto(link);
  await tab.layout.expectClass(MIDDLE, 'sand');
  await tab.page.goto('about:blank');
  await tab.page.goto(addressOf('tiny', 'wasm'));
  await tab.layout.expectClass(MIDDLE, 'snow');
});

test('a link that is damaged is told in a sentence, and the page opens as ever', async ({ context }) => {
  const tab = tabOf(await context.newPage());
  await tab.page.goto(`${addressOf('tiny', 'wasm')}#p=AQAAAAAAAAAA`);
  await expect(tab.page.getByRole('alert').getByText(/^This link is/)).toBeVisible();
  await tab.layout.waitUntilOpened();
  await tab.picture.expectState('whole');
});
