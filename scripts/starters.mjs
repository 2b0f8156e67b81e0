// `node scripts/starters.mjs` paints the landscapes of starters/ on the default bundle and writes public/starters/.
// `node scripts/starters.mjs --gallery` paints those of the gallery and writes public/gallery.json.
// `node scripts/starters.mjs --moods` paints one of them in each mood and writes public/moods/.
// `node scripts/starters.mjs --try 6 FOLDER [ID...]` paints each with seeds 1..6 into FOLDER, to choose by eye.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { serve } from '../bench/serve.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './run.mjs';

await ensurePackages();
await ensureBrowser();
const [flag, count, folder, ...wanted] = process.argv.slice(2);
if (flag !== undefined && !['--try', '--gallery', '--moods'].includes(flag)) {
  console.error(`"${flag}" is not known. Run it with nothing, --gallery, --moods, or --try SEEDS FOLDER [ID...].`);
  process.exit(1);
}
const site = await serve(['starters/index.html']);
try {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}starters/index.html`);
  await page.waitForFunction(() => 'makeStarter' in window);
  const { starters, gallery } = await page.evaluate(() => ({ starters: window.starters, gallery: window.gallery }));
  const ids = [...starters, ...gallery].filter((id) => wanted.length === 0 || wanted.includes(id));
  if (flag === undefined) await writeAll(page, starters);
  else if (flag === '--gallery') await writeGallery(page, gallery);
  else if (flag === '--moods') await writeMoods(page);
  else await tryOut(page, ids, Number(count), resolve(folder ?? '.'));
} finally {
  await site.close();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} ids
 */
async function writeAll(page, ids) {
  const target = resolve(root, 'public', 'starters');
  await mkdir(target, { recursive: true });
  const starters = [];
  for (const id of ids) {
    const made = await page.evaluate((id) => window.makeStarter(id), id);
    await writeFile(join(target, `${id}.layout.png`), made.layout, 'base64');
    await writeFile(join(target, `${id}.tokens.bin`), made.tokens, 'base64');
    await writeFile(join(target, `${id}.webp`), made.picture, 'base64');
    starters.push(made.entry);
    console.log(id);
  }
  const list = { format: 'plein-air-starters', version: 1, starters };
  await writeFile(join(target, 'index.json'), `${JSON.stringify(list, null, 2)}\n`);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} ids
 * @param {number} seeds
 * @param {string} target
 */
async function tryOut(page, ids, seeds, target) {
  await mkdir(target, { recursive: true });
  for (const id of ids) {
    for (let seed = 1; seed <= seeds; seed++) {
      const made = await page.evaluate(({ id, seed }) => window.makeStarter(id, { seed }), { id, seed });
      await writeFile(join(target, `${id}-${seed}.webp`), made.picture, 'base64');
      await writeFile(join(target, `${id}.layout.png`), made.layout, 'base64');
    }
    console.log(id);
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} ids
 */
async function writeGallery(page, ids) {
  const pictures = [];
  for (const id of ids) {
    const made = await page.evaluate((id) => window.makeStarter(id), id);
    pictures.push(made.link);
    console.log(id);
  }
  const list = { format: 'plein-air-gallery', version: 1, pictures };
  await writeFile(resolve(root, 'public', 'gallery.json'), `${JSON.stringify(list, null, 2)}\n`);
}

/**
 * @param {import('@playwright/test').Page} page
 */
async function writeMoods(page) {
  const target = resolve(root, 'public', 'moods');
  const made = await page.evaluate(() => window.makeMoods());
  // A mood that the model no longer has leaves no picture behind.
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const [mood, picture] of Object.entries(made)) await writeFile(join(target, `${mood}.webp`), picture, 'base64');
  console.log(`${Object.keys(made).length} moods`);
}
