// `npm start`: from a fresh clone to the page in one command. Nothing but Node may be imported before the packages are there.
import { ensurePackages } from './packages.mjs';
import { Missing, root } from './run.mjs';

try {
  await ensurePackages();
  const { createServer } = await import('vite');
  const port = Number(process.env.PORT ?? 5173);
  const server = await createServer({ root, logLevel: 'warn', server: { port } });
  await server.listen();
  console.log(`Plein Air is at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`} (Ctrl-C ends it).`);
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
