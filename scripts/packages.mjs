import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Missing, root, run } from './run.mjs';

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(resolve(root, file), 'utf8')).packages;
}

/**
 * Compares what npm says it has installed with the lockfile, package by package: times of files mean nothing after a
 * checkout. Optional packages are those of other systems.
 *
 * @returns {boolean}
 */
export function packagesAreInstalled() {
  if (!existsSync(resolve(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  );
}

/** Installs exactly what the lockfile names, if it is not there. Uses nothing but Node itself. */
export async function ensurePackages() {
  if (packagesAreInstalled()) return;
  console.log('Installing the packages of package-lock.json.');
  if (!(await run('npm ci --include=dev --no-audit --no-fund'))) {
    throw new Missing('npm ci failed: the packages could not be installed. Is there a connection?');
  }
}
