import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** The project's folder: scripts work from any current one. */
export const root = resolve(import.meta.dirname, '..');

/**
 * Runs a shell command in the project's folder, with the project's own tools first on the path.
 *
 * @param {string} command
 * @param {{ quiet?: boolean, timeout?: number }} [options] `timeout` in milliseconds; `quiet` shows no output.
 * @returns {Promise<boolean>} whether it ended well.
 */
export function run(command, { quiet = false, timeout } = {}) {
  const path = [resolve(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((done) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      // No standard input: a tool that asks a question fails instead of waiting for ever.
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
      env: { ...process.env, PATH: path },
      ...(timeout === undefined ? {} : { timeout }),
    });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

/**
 * A failure that needs no stack: its message says what is missing and what to do.
 */
export class Missing extends Error {}

/**
 * @param {string | number | undefined} value
 * @returns {string} the value, quoted for the shell.
 */
export function quoted(value) {
  return JSON.stringify(String(value));
}
