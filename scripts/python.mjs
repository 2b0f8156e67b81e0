import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Missing, quoted, root, run } from './run.mjs';

const OLDEST = [3, 11];
const venv = resolve(root, '.venv');
const folder = process.platform === 'win32' ? 'Scripts' : 'bin';
const requirements = resolve(root, 'training', 'requirements.txt');
/** Packages that tests compare with, without what they ask for: the tests stand in for it (training/tests/authors.py). */
const oracles = resolve(root, 'training', 'requirements-oracle.txt');
/** The weights of the decoder's teacher, in a package whose other needs are a driver's, and what their reader is tested against. */
const teachers = resolve(root, 'training', 'requirements-teacher.txt');
const stamp = resolve(venv, 'requirements.sha256');

/** The project's own Python. */
export const pythonPath = resolve(venv, folder, 'python');

/**
 * @param {string} tool
 * @returns {string} the quoted path of a program of the project's own Python.
 */
export function pythonTool(tool) {
  return quoted(resolve(venv, folder, tool));
}

/**
 * @param {string} command
 * @returns {string | undefined} "3.11", if the command is a Python that is new enough.
 */
function versionOf(command) {
  try {
    const code = 'import sys; print("%d.%d" % sys.version_info[:2])';
    const version = execFileSync(command, ['-c', code], { encoding: 'utf8', stdio: 'pipe' }).trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major === OLDEST[0] && minor >= (OLDEST[1] ?? 0) ? version : undefined;
  } catch {
    return undefined;
  }
}

/** The Python environment of training/ in .venv/, made once and again when its requirements change. */
export async function ensurePython() {
  const python = ['python3', 'python'].find((command) => versionOf(command));
  if (!python) throw new Missing(`The tests of training/ need Python ${OLDEST.join('.')} or newer as python3.`);
  if (!existsSync(requirements)) throw new Missing('training/requirements.txt is missing.');
  const text = readFileSync(requirements, 'utf8');
  const apart = [oracles, teachers];
  const texts = [text, ...apart.map((file) => readFileSync(file, 'utf8'))];
  const wanted = createHash('sha256')
    .update([versionOf(python), ...texts].join('\n'))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log('Making the Python environment in .venv/.');
  if (!(await run(`${python} -m venv --clear ${quoted(venv)}`))) {
    throw new Missing('Python has no venv module: install it (on Debian and Ubuntu: apt-get install python3-venv).');
  }
  // The pinned torch goes first and alone: when another package's range asks for it, pip may choose a build with
  // several gigabytes for GPUs.
  const torch = /^torch==\S+/m.exec(text)?.[0];
  const pip = `${pythonTool('python')} -m pip install --quiet --disable-pip-version-check`;
  const installed =
    (!torch || (await run(`${pip} ${torch}`))) &&
    (await run(`${pip} -r ${quoted(requirements)}`)) &&
    (await run(`${pip} --no-deps ${apart.map((file) => `-r ${quoted(file)}`).join(' ')}`));
  if (!installed) throw new Missing('pip could not install the requirements of training/. Is there a connection?');
  writeFileSync(stamp, wanted);
}
