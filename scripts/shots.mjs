// `npm run shots` builds the page, uses it as one does in the first five minutes, and writes the pictures of docs/: a strip for each
// width and theme into docs/shots/, docs/page.webp and docs/replay.gif. `npm run shots -- 390` takes those of one width.
import { ensureBrowser } from './browser.mjs';
import { ensurePackages } from './packages.mjs';
import { quoted, run } from './run.mjs';

await ensurePackages();
await ensureBrowser();
const widths = process.argv.slice(2);
const only = widths.length === 0 ? '' : ` --grep ${quoted(widths.join('|'))}`;
const done =
  (await run('tsc -b && vite build', { quiet: true })) &&
  (await run(`playwright test --config shots.config.ts${only}`));
process.exit(done ? 0 : 1);
