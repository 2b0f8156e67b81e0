import { run } from './run.mjs';

/**
 * Installs packages of Debian, or of a distribution that is made of it.
 *
 * @param {string} packages their names, with spaces between them.
 * @param {object} [options]
 * @param {boolean} [options.recommended] whether what they recommend comes with them.
 * @param {number} [options.timeout] in milliseconds.
 */
export async function installPackages(packages, { recommended = true, timeout } = {}) {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
  const less = recommended ? '' : '--no-install-recommends ';
  const install = `env DEBIAN_FRONTEND=noninteractive apt-get install -q -y ${less}${packages}`;
  await run(`${sudo}apt-get update -q && ${sudo}${install}`, timeout === undefined ? {} : { timeout });
}
