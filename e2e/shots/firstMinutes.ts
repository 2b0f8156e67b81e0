import { readFile } from 'node:fs/promises';
import { en } from '../../src/ui/i18n/en.ts';
import { FileDrop, type DroppedFile } from '../fixtures/fileDrop.ts';
import { HistoryPanel } from '../fixtures/historyPanel.ts';
import { pngOf } from '../fixtures/maps.ts';
import { RegionPanel } from '../fixtures/regionPanel.ts';
import { expect, type Tab } from '../fixtures/test.ts';

/** The page on one screen. */
export interface Scene extends Tab {
  readonly phone: boolean;
}

/** Something that one does, and is seen when it is done. */
export interface Moment {
  readonly caption: string;
  readonly begin: (scene: Scene) => Promise<void>;
  /** Leaves it, for what comes next. */
  readonly end?: (scene: Scene) => Promise<void>;
}

const away = ({ page }: Scene) => page.keyboard.press('Escape');

/** A phone shows one canvas. */
async function show({ page, phone }: Scene, view: 'layout' | 'picture'): Promise<void> {
  if (!phone) return;
  const name = view === 'layout' ? en.picture.showLayout : en.picture.showPicture;
  await page.getByRole('radio', { name, exact: true }).check();
}

/** Along these places, in parts of the layout from its middle; the pointer stays down. */
async function draw(scene: Scene, places: readonly (readonly [number, number])[]): Promise<void> {
  const { page, layout } = scene;
  const [first, ...rest] = await Promise.all(places.map(([x, y]) => layout.toPage({ x, y })));
  if (!first) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  // oxlint-disable-next-line no-await-in-loop -- a hand goes from one to the next.
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 8 });
}

async function pointerUp({ page }: Scene): Promise<void> {
  await page.mouse.up();
  await page.mouse.move(0, 0);
}

async function painted({ job, picture, page }: Scene): Promise<void> {
  await job.expectDone(240_000);
  await picture.expectState('whole');
  await page.mouse.move(0, 0);
}

/** Drawn by hand somewhere else, in colours of nobody's convention. */
function foreignMap(): DroppedFile {
  const [width, height] = [640, 320];
  const hills = (x: number) => 0.42 + 0.12 * Math.sin(x / 90) + 0.05 * Math.sin(x / 31 + 1);
  return pngOf('valley-map.png', width, height, 3, (x, y) => {
    const down = y / height;
    if (down < hills(x)) return Math.hypot((x - 180) / 3, y - 50) < 34 ? [236, 240, 250] : [92, 160, 232];
    if (down < 0.62 + 0.02 * Math.sin(x / 17)) return [128, 108, 96];
    if (down < 0.7) return [24, 84, 44];
    return down < 0.86 + 0.05 * Math.sin(x / 70) ? [30, 92, 176] : [122, 184, 70];
  });
}

async function photograph(): Promise<DroppedFile> {
  const bytes = await readFile('public/starters/dusk.webp');
  return { name: 'evening.webp', type: 'image/webp', bytes };
}

/** The first five minutes with the page, as a person may spend them. */
export const FIRST_MINUTES: readonly Moment[] = [
  {
    caption: 'The first visit',
    begin: async ({ page, picture, job }) => {
      await page.goto('/');
      await picture.expectState('whole');
      // What has to be downloaded is said.
      await expect(job.bar).toContainText('MB');
    },
  },
  {
    caption: 'A stroke',
    begin: async (scene) => {
      await show(scene, 'layout');
      await scene.layout.chooseClass('trees');
      await draw(scene, [
        [-0.46, 0.03],
        [-0.36, -0.02],
        [-0.26, 0.02],
        [-0.14, 0.06],
      ]);
    },
    end: pointerUp,
  },
  {
    caption: 'A mood',
    begin: async (scene) => {
      await show(scene, 'picture');
      await scene.settings.openMoods(scene.phone);
      await expect
        .poll(() =>
          scene.page.evaluate(() =>
            [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
          ),
        )
        .toBe(true);
    },
    end: async (scene) => {
      const { settings, phone } = scene;
      await settings.mood('Fresh air').check();
      if (!phone) await away(scene);
      // The pictures are the same ones whenever this is done.
      await settings.panel.getByRole('button', { name: en.commands['lock-seed'] }).click();
      if (phone) await away(scene);
      await scene.page.mouse.move(0, 0);
    },
  },
  {
    caption: 'It is painted, while one watches',
    begin: async ({ page, job }) => {
      await page.keyboard.press('Control+Enter');
      await job.expectPainted(400);
    },
  },
  { caption: 'Painted', begin: painted },
  {
    caption: 'What has changed can be repainted',
    begin: async (scene) => {
      const { page, layout, job, phone } = scene;
      await page.getByRole('button', { name: en.region.options }).click();
      await page.getByRole('checkbox', { name: en.region.live }).setChecked(false);
      await away(scene);
      await show(scene, 'layout');
      // An island. Of an upright stage the layout is a band in the middle.
      await layout.chooseClass('trees');
      const [shore, ridge] = phone ? [0.08, 0.07] : [0.24, 0.22];
      await draw(scene, [
        [-0.02, shore],
        [0.06, ridge],
        [0.15, shore],
      ]);
      await pointerUp(scene);
      await expect(job.changes).toBeVisible();
    },
  },
  {
    caption: 'Repainted',
    begin: async (scene) => {
      await scene.job.repaintChanges();
      await show(scene, 'picture');
      await painted(scene);
    },
  },
  {
    caption: 'A part is marked',
    begin: async (scene) => {
      const region = new RegionPanel(scene.page);
      await region.open();
      await region.panel.getByRole('button', { name: en.region.presets }).click();
      await scene.page.getByRole('button', { name: en.region.ofClass('sky') }).click();
      await region.expectMarked('some');
    },
  },
  {
    caption: 'Four versions of it',
    begin: async ({ page }) => {
      const region = new RegionPanel(page);
      await region.sample();
      await expect(region.candidates).toHaveCount(4);
      await expect(region.tray.getByText(en.region.growing)).toHaveCount(0);
    },
    end: async ({ page }) => {
      const region = new RegionPanel(page);
      await region.tray.getByRole('button', { name: en.region.closeTray }).click();
      await region.panel.getByRole('button', { name: en.region.done }).click();
    },
  },
  { caption: 'All that was', begin: ({ page }) => new HistoryPanel(page).open(), end: away },
  { caption: 'Other layouts to begin with', begin: ({ dialogs }) => dialogs.open('starters'), end: away },
  {
    caption: 'The gallery',
    begin: async ({ page, dialogs }) => {
      await dialogs.open('gallery');
      const gallery = dialogs.dialog('gallery');
      await gallery.locator('canvas').first().waitFor();
      // What is scrolled out of the dialog is not decoded.
      const waits = (dialog: Element) => {
        const { bottom } = dialog.getBoundingClientRect();
        const cards = [...dialog.querySelectorAll('canvas')];
        return cards.filter((card) => card.getBoundingClientRect().top < bottom - 40 && card.dataset.waits === 'true')
          .length;
      };
      await expect.poll(() => gallery.evaluate(waits)).toBe(0);
      await page.mouse.move(0, 0);
    },
    end: away,
  },
  {
    caption: 'The picture is the link',
    begin: async ({ page }) => {
      await page.getByRole('button', { name: en.share.button, exact: true }).click();
      await expect(page.getByRole('img', { name: en.share.code })).toHaveAttribute('aria-busy', 'false');
    },
    end: away,
  },
  {
    caption: 'A map from elsewhere',
    begin: async ({ page }) => {
      const files = new FileDrop(page);
      await files.drop(foreignMap());
      await files.expectRead();
    },
    end: away,
  },
  {
    caption: 'A photograph to extend',
    begin: async ({ page }) => {
      await new FileDrop(page).drop(await photograph());
      const complete = page.getByRole('button', { name: en.photo.complete, exact: true });
      await expect(complete).toBeEnabled();
    },
    end: away,
  },
  { caption: 'Saved', begin: ({ header }) => header.exports.open(), end: away },
  {
    caption: 'Replayed',
    begin: async ({ page }) => {
      await page.keyboard.press('Shift+P');
      const dialog = page.getByRole('dialog', { name: en.replay.heading });
      await dialog.getByRole('slider', { name: en.replay.moment }).fill('44');
    },
    end: away,
  },
  {
    caption: 'Any command, by a word for it',
    begin: async ({ page }) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('rep');
    },
    end: away,
  },
];

/** The picture's coming into being, as the page's own dialog saves it. */
export async function savedReplay({ page }: Scene): Promise<Buffer> {
  await page.keyboard.press('Shift+P');
  const dialog = page.getByRole('dialog', { name: en.replay.heading });
  const download = page.waitForEvent('download', { timeout: 180_000 });
  await dialog.getByRole('button', { name: en.replay.gif }).click();
  const bytes = await readFile(await (await download).path());
  await page.keyboard.press('Escape');
  return bytes;
}
