import type { Plugin } from 'vite';
import { ISOLATION_HEADERS } from '../src/protocol/isolation.ts';

/** `_headers` beside the page: some static hosts read from it what to send, and then a first visit has threads, too. */
export function headersFile(): Plugin {
  return {
    name: 'headers-file',
    apply: 'build',
    generateBundle() {
      const lines = Object.entries(ISOLATION_HEADERS).map(([name, value]) => `  ${name}: ${value}\n`);
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('')}` });
    },
  };
}
