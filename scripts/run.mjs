import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** The project's folder: scripts work from any current one. */
export const root = resolve(import.meta.dirname, '..');

/**
 * Runs a shell command in the project's folder, with the project's own tools first on the path.
 *
 * @param {string} command
 * @param {object} [options]
 * @param {boolean} [options.quiet] shows no output.
 * @param {number} [options.timeout] in milliseconds.
 * @param {(text: string) => void} [options.hear] is also given what the command prints, piece by piece.
 * @returns {Promise<boolean>} whether it ended well.
 */
export function run(command, { quiet = false, timeout, hear } = {}) {
  const path = [resolve(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const output = quiet ? 'ignore' : hear ? 'pipe' : 'inherit';
  return new Promise((done) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      // No standard input: a tool that asks a question fails instead of waiting for ever.
      stdio: ['ignore', output, output],
      env: { ...process.env, PATH: path },
      ...(timeout === undefined ? {} : { timeout }),
    });
    child.stdout?.on('data', (piece) => passOn(process.stdout, piece, hear));
    child.stderr?.on('data', (piece) => passOn(process.stderr, piece, hear));
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
    // A process left behind may hold the output open for ever.
    child.on('exit', (code) => setTimeout(() => done(code === 0), 2_000));
  });
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {Buffer} piece
 * @param {((text: string) => void) | undefined} hear
 */
function passOn(stream, piece, hear) {
  stream.write(piece);
  hear?.(piece.toString());
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
