// `npm test`: installs what is missing, runs every check, and says at the end what failed. `npm test -- unit lint`
// runs only the checks that are named, after what they build on; `npm test -- quick` those that need no browser and no Python.
import { ensureBrowser } from './browser.mjs';
import { ensureOtherBrowsers } from './otherBrowsers.mjs';
import { ensurePackages } from './packages.mjs';
import { ensurePython, pythonTool } from './python.mjs';
import { Missing, run } from './run.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} command
 * @property {() => Promise<void>} [needs] what must be there first.
 * @property {string} [after] a check that must have passed before.
 * @property {boolean} [skippable] whether it may be left out at one's own desk, where what it needs cannot be had.
 */

/** @type {Check[]} from the fastest to the slowest, but what builds on another comes after it. */
const checks = [
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'types', command: 'tsc -b' },
  { name: 'lint', command: 'oxlint --type-aware --deny-warnings' },
  { name: 'unused', command: 'knip' },
  { name: 'unit', command: 'vitest run --project unit' },
  { name: 'build', command: 'vite build --logLevel warn' },
  { name: 'size', command: 'size-limit', after: 'build' },
  { name: 'floors', command: 'node scripts/floors.mjs', after: 'build' },
  { name: 'browser', command: 'vitest run --project browser', needs: ensureBrowser },
  { name: 'gpu', command: 'vitest run --project gpu', needs: ensureBrowser },
  { name: 'e2e', command: 'playwright test', needs: ensureBrowser, after: 'build' },
  {
    name: 'browsers',
    command: 'playwright test --config browsers.config.ts',
    needs: ensureOtherBrowsers,
    after: 'build',
    skippable: true,
  },
  { name: 'ruff', command: `${pythonTool('ruff')} check training`, needs: ensurePython },
  { name: 'pytest', command: `${pythonTool('python')} -m pytest -q training`, needs: ensurePython },
];

/** At the desk: what takes a few minutes in all. */
const QUICK = ['format', 'types', 'lint', 'unused', 'unit', 'build', 'size', 'floors'];

/** How much of a failed check's output is said again at the very end, where a reader of a long log looks first. */
const LAST_LINES = 20;

/** @type {Map<string, { passed: boolean, skipped?: boolean, seconds: number, reason?: string, said?: string }>} */
const results = new Map();

/** @param {Check} check */
async function attempt({ command, needs, after, skippable }) {
  if (after && results.get(after)?.passed === false) return { passed: false, reason: `not run: ${after} failed` };
  try {
    await needs?.();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    const skipped = skippable === true && !process.env.CI;
    return { passed: skipped, skipped, reason: error.message };
  }
  let said = '';
  const passed = await run(command, { hear: (text) => (said += text) });
  return { passed, said };
}

try {
  await ensurePackages();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exit(1);
}

const names = process.argv.slice(2).flatMap((name) => (name === 'quick' ? QUICK : [name]));
const unknown = names.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check "${unknown[0]}". There are: ${checks.map(({ name }) => name).join(', ')}; and quick.`,
  );
  process.exit(1);
}

const wanted = new Set(checks.filter(({ name }) => names.length === 0 || names.includes(name)).map(({ name }) => name));
for (const { name, after } of checks) if (after && wanted.has(name)) wanted.add(after);
for (const check of checks) {
  if (!wanted.has(check.name)) continue;
  console.log(`\n── ${check.name}`);
  const start = performance.now();
  const result = await attempt(check);
  results.set(check.name, { ...result, seconds: (performance.now() - start) / 1000 });
}

console.log('\n── all checks');
for (const [name, { passed, skipped, seconds, reason }] of results) {
  const time = `${seconds.toFixed(1)} s`.padStart(9);
  console.log(
    `${skipped ? 'skipped' : passed ? 'passed ' : 'FAILED '} ${name.padEnd(8)}${time}${reason ? `  ${reason}` : ''}`,
  );
}
const failed = [...results.values()].filter(({ passed }) => !passed).length;
const skipped = [...results.values()].filter((result) => result.skipped).length;
const left = skipped > 0 ? `, ${skipped} skipped` : '';
console.log(`\n${results.size - failed - skipped} passed, ${failed} failed${left}`);
for (const [name, { passed, said }] of results) {
  if (passed || !said) continue;
  console.log(`\n── ${name}, its last lines again`);
  console.log(said.trimEnd().split('\n').slice(-LAST_LINES).join('\n'));
}
process.exitCode = failed > 0 ? 1 : 0;
