import type { Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { photographFile } from './fixtures/photographs.ts';
import { savedProject } from './fixtures/project.ts';
import { addressOf, expect, tabOf, test, withoutFileDialogs } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

/** The files of moods' pictures that a page asks for. */
function picturesAskedFor(page: Page): Set<string> {
  const asked = new Set<string>();
  page.on('request', (request) => {
    const [, file] = /\/moods\/(.*)/.exec(new URL(request.url()).pathname) ?? [];
    if (file) asked.add(file);
  });
  return asked;
}

test('a mood is seen and named before it is chosen, by keyboard and by pointer, and is the picture’s', async ({
  context,
}) => {
  // Painted with the default model, which is fetched for it.
  test.setTimeout(180_000);
  await withoutFileDialogs(context);
  const page = await context.newPage();
  const asked = picturesAskedFor(page);
  const tab = tabOf(page);
  const { settings, job } = tab;
  await page.goto(addressOf('landscapes', 'wasm'));
  await tab.layout.waitUntilOpened();
  await expect(settings.moodField).toHaveAccessibleName(`${en.settings.mood} ${en.settings.anyMood}`);
  expect([...asked], 'the one that is seen').toEqual(['0.webp']);

  await settings.moodField.press('Enter');
  const radios = settings.moods.getByRole('radio');
  await expect(radios).toHaveCount(13);
  await expect(radios.first()).toBeFocused();
  await expect.poll(() => asked.size).toBe(13);
  const seen = () =>
    settings.moods.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
  await expect.poll(seen).toEqual(Array<number>(13).fill(192));
  for (const forcedColors of ['active', 'none'] as const) {
    await page.emulateMedia({ forcedColors });
    await expectAccessible(page);
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(settings.mood('Woodland')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(settings.moods).toBeHidden();
  await expect(settings.moodField).toBeFocused();
  await expect(settings.moodField).toHaveAccessibleName(`${en.settings.mood} Woodland`);

  await settings.chooseMood('Sunset');
  await expect(settings.moods, 'what is pointed at is chosen').toBeHidden();
  await settings.chooseSmallest();
  await job.paint();
  await job.expectDone(120_000);
  const said = new TextDecoder().decode((await savedProject(tab)).files['plein-air.json']);
  expect(JSON.parse(said)).toMatchObject({ page: { mood: 5 } });
});

test('a photograph gives its mood and nothing else; what is none says so', async ({ open }) => {
  const { page, settings, layout, picture } = await open({ bundle: 'landscapes' });
  await picture.expectState('whole');
  const before = [await layout.restingFingerprint(), await picture.restingFingerprint()];
  const pick = async (name: string, mimeType: string, buffer: Buffer) => {
    await settings.openMoods();
    const chooser = page.waitForEvent('filechooser');
    await settings.moods.getByRole('button', { name: en.settings.moodOfPhoto }).click();
    await (await chooser).setFiles({ name, mimeType, buffer });
  };
  const { name, type, bytes } = photographFile();
  await pick(name, type, Buffer.from(bytes));
  const notice = page.getByText(en.notices['mood-found']({ kind: 'mood-found', name: '' }).slice(0, -1));
  await expect(notice).toBeVisible();
  const found = /: (.+)\.$/.exec(await notice.innerText())?.[1] ?? '';
  expect(found).not.toBe(en.settings.anyMood);
  await expect(settings.moodField).toHaveAccessibleName(`${en.settings.mood} ${found}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect([await layout.restingFingerprint(), await picture.restingFingerprint()]).toEqual(before);

  await pick('cut.jpg', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
  const told = page.getByRole('dialog', { name: en.arrival.heading });
  await expect(told.getByRole('alert')).toContainText('cut.jpg');
  await page.keyboard.press('Escape');
  await expect(settings.moodField).toHaveAccessibleName(`${en.settings.mood} ${found}`);
});

test('of another model no picture is shown: its moods are its colours', async ({ context }) => {
  const page = await context.newPage();
  const asked = picturesAskedFor(page);
  const { settings, layout } = tabOf(page);
  await page.goto(addressOf('tiny', 'wasm'));
  await layout.waitUntilOpened();
  await settings.openMoods();
  await expect(settings.moods.getByRole('radio').nth(1)).toBeVisible();
  await expect(settings.moods.locator('img')).toHaveCount(0);
  expect([...asked]).toEqual([]);
  await expectAccessible(page);
});
