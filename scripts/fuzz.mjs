// `npm run fuzz -- --minutes N`: gives the readers of links, projects, maps, photographs and manifests what nobody would write.
import { ensurePackages } from './packages.mjs';
import { root } from './run.mjs';

await ensurePackages();
process.chdir(root);
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('../fuzz/main.ts') }} */
const { module } = await runnerImport('./fuzz/main.ts');
process.exitCode = (await module.main(process.argv.slice(2))) ? 0 : 1;
