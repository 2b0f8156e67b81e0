import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { hostUnder } from '../fixtures/staticHost.ts';

/** Where the watch writes down what went wrong: there until the tab closes, reloads and other pages of the host's included. */
const NOTES = 'plein-air-watch';

/** Runs before everything else in each page, because WebDriver has no way to listen to a page from its beginning. */
const WATCH = `
  const note = (text) => {
    const seen = JSON.parse(sessionStorage.getItem('${NOTES}') ?? '[]');
    sessionStorage.setItem('${NOTES}', JSON.stringify([...seen, text]));
  };
  const error = console.error;
  console.error = (...said) => {
    note('console: ' + said.map((one) => one?.stack ?? one).join(' '));
    error.apply(console, said);
  };
  addEventListener('error', ({ message }) => note('not caught: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => note('not caught: ' + (reason?.message ?? reason)));
  addEventListener('securitypolicyviolation', (event) => note('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  document.documentElement.dataset.watched = 'true';
  // The dialog is the system's, and cannot be used here: Firefox without a screen closes it at once. The input stays.
  for (const opens of ['click', 'showPicker']) {
    const open = HTMLInputElement.prototype[opens];
    HTMLInputElement.prototype[opens] = function () {
      if (this.type !== 'file') open.call(this);
    };
  }
`;

/** A page of a phone's width, in one that may be as wide as it likes: no window here is that narrow. */
const NARROW = { width: 390, height: 700 };

/**
 * The build as a static host serves it, with the watch in its page, and beside it a page with a narrow frame around it.
 * With headers: a page that had none reloads itself once, and WebKit's driver never answers what it was asked meanwhile.
 */
export function hostWithWatch(query: string): Promise<{ url: string; server: Server }> {
  const frame = `<iframe src="./${query}" width="${NARROW.width}" height="${NARROW.height}" style="border: 0"></iframe>`;
  return hostUnder('/', {
    headers: headersOfBuild(),
    instead: {
      // The page's first script: it is stored with the page, so that the watch is there without a network, too.
      'theme.js': `(() => {${WATCH}})();\n${readFileSync('dist/theme.js', 'utf8')}`,
      'narrow.html': `<!doctype html><title>Narrow</title><body style="margin: 0">${frame}</body>`,
    },
  });
}

/** For the page: what the watch has seen, or undefined where it was not there. */
export function notesOfWatch(): readonly string[] | undefined {
  if (document.documentElement.dataset.watched !== 'true') return undefined;
  return JSON.parse(sessionStorage.getItem('plein-air-watch') ?? '[]') as string[];
}

/** What the build asks hosts to send with everything. */
function headersOfBuild(): Record<string, string> {
  const lines = readFileSync('dist/_headers', 'utf8').matchAll(/^ +([\w-]+): (.+)$/gm);
  const headers = Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]));
  if (!('Cross-Origin-Opener-Policy' in headers)) throw new Error('dist/_headers says nothing of isolation.');
  return headers;
}
