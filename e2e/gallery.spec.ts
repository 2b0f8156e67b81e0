import { fingerprintOf } from './fixtures/fingerprint.ts';
import { expect, test } from './fixtures/test.ts';

test('the pictures of the gallery are decoded as one looks, and painted on from with a click', async ({ open }) => {
  test.setTimeout(240_000);
  const { page, header, dialogs, picture, job } = await open({ bundle: 'landscapes' });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  await picture.expectState('whole');
  const before = await picture.restingFingerprint();

  await dialogs.open('gallery');
  const pictures = dialogs.dialog('gallery').getByRole('listitem');
  await expect(pictures.first()).toBeVisible();
  expect(await pictures.count()).toBeGreaterThanOrEqual(24);
  // The ones that are seen wait, and are decoded in their order.
  await expect(pictures.nth(2).locator('[data-waits="true"]')).toBeVisible();
  const layout = await fingerprintOf(pictures.first());
  await expect.poll(() => fingerprintOf(pictures.first()), { timeout: 90_000 }).not.toBe(layout);
  await expect(pictures.first().locator('[data-waits="false"]')).toBeVisible();
  expect(fetched.filter((name) => /^(?:step|context|encoder)\b/.test(name))).toEqual([]);

  const button = pictures.nth(1).getByRole('button');
  const title = (await button.innerText()).trim();
  await button.click();
  await expect(dialogs.dialog('gallery')).toHaveCount(0);
  // Said for a moment.
  await expect(page.getByText(`“${title}”`)).toBeVisible();
  await job.expectDone();
  await picture.expectState('whole');
  const after = await picture.restingFingerprint();
  expect(after).not.toBe(before);

  // From here on it is painted on as one's own work is.
  await header.undo.click();
  await expect.poll(() => picture.fingerprint()).toBe(before);
  await header.redo.click();
  await expect.poll(() => picture.fingerprint()).toBe(after);
});
