import { expectAccessible } from './fixtures/watch.ts';
import { expect, test } from './fixtures/test.ts';
import { WIDE } from './fixtures/sizes.ts';

const MIDDLE = { x: 0, y: 0 };

test('a stopped picture keeps what is there, and goes on to its end', async ({ open }) => {
  test.setTimeout(240_000);
  const { page, settings, job, picture } = await open({ bundle: 'landscapes' });
  await settings.chooseSize(WIDE);
  await job.paint();
  await job.expectPainted(60);
  await job.stop.click();
  await job.expectStopped();
  await picture.expectState('partial');
  await expectAccessible(page);

  await job.goOn.click();
  await job.expectDone(150_000);
  await picture.expectState('whole');
});

test('a stroke is undone and redone, and so is a picture', async ({ open }) => {
  const { layout, header, job, picture } = await open();
  await layout.chooseTool('fill');
  await layout.chooseClass('sand');
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, 'sand');
  await layout.chooseClass('snow');
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, 'snow');

  await header.undo.click();
  await layout.expectClass(MIDDLE, 'sand');
  await header.redo.click();
  await layout.expectClass(MIDDLE, 'snow');

  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  const first = await picture.restingFingerprint();
  await job.paint();
  await expect.poll(() => picture.fingerprint(), { timeout: 30_000 }).not.toBe(first);
  await job.expectDone();
  await header.undo.click();
  await expect.poll(() => picture.fingerprint()).toBe(first);
});
