import { existsSync } from 'node:fs';
import { installPackages } from './debian.mjs';
import { Missing } from './run.mjs';

/** Debian's packages: WebKit's driver comes with the browser that it drives, and that needs a screen. */
const FIREFOX_PACKAGES = ['firefox-esr'];
const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth'];

/** They take a minute; where the distribution's host cannot be reached, apt may wait for long. */
const INSTALL_TIMEOUT = 5 * 60_000;

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

const MINI_BROWSER = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

const WEBKIT_TOOLS = ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run', '/usr/bin/xauth'];

/** @returns {string | undefined} the path of the system's Firefox, or of the one in `PLEIN_AIR_FIREFOX`. */
export function findFirefox() {
  return [process.env.PLEIN_AIR_FIREFOX, ...FIREFOX].find((path) => path && existsSync(path));
}

/** @returns {string | undefined} the path of WebKitGTK's small browser, if all that drives it is there, too. */
export function findMiniBrowser() {
  return WEBKIT_TOOLS.every((path) => existsSync(path)) ? MINI_BROWSER.find((path) => existsSync(path)) : undefined;
}

/** Debian's packages of what is missing. */
function missingPackages() {
  return [...(findFirefox() ? [] : FIREFOX_PACKAGES), ...(findMiniBrowser() ? [] : WEBKIT_PACKAGES)];
}

/** Firefox and WebKit: those of the system, else the distribution's packages. */
export async function ensureOtherBrowsers() {
  const wanted = missingPackages().join(' ');
  if (wanted && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Firefox and WebKit from the packages of the distribution.');
    await installPackages(wanted, { recommended: false, timeout: INSTALL_TIMEOUT });
  }
  const missing = missingPackages().join(' ');
  if (missing) throw new Missing(`There is no Firefox or no WebKitGTK. On Debian: apt-get install ${missing}.`);
}
