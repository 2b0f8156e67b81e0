// `npm run bench`: builds page and benchmark, measures both in Chromium, and prints a table. `npm run bench -- lanes
// pictures` runs only the parts that are named. Nothing else should run meanwhile.
import { cpus } from 'node:os';
import { compare } from '../bench/compare.mjs';
import { lanes } from '../bench/lanes.mjs';
import { memory } from '../bench/memory.mjs';
import { method } from '../bench/method.mjs';
import { painting } from '../bench/painting.mjs';
import { photographs } from '../bench/photographs.mjs';
import { pictures } from '../bench/pictures.mjs';
import { repaints } from '../bench/repaints.mjs';
import { seams } from '../bench/seams.mjs';
import { serve } from '../bench/serve.mjs';
import { training } from '../bench/training.mjs';
import { sharedVisit, visit } from '../bench/visit.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensurePackages } from './packages.mjs';

const parts = {
  lanes,
  pictures,
  compare,
  repaints,
  seams,
  photographs,
  method,
  painting,
  visit,
  shared: sharedVisit,
  memory,
  training,
};

await ensurePackages();
await ensureBrowser();

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}`);
const site = await serve();
try {
  console.log(`Chromium ${site.browser.version()}\n`);
  for (const [name, part] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`## ${part.title}\n`);
    for (const line of await part.measure(site)) console.log(line);
    console.log();
  }
} finally {
  await site.close();
}
