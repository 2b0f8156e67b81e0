import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { DroppedFile } from '../fixtures/fileDrop.ts';
import type { Launched } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { hostWithWatch } from './host.ts';
import { Visitor } from './visitor.ts';
import { launchWebKit } from './webKit.ts';

/** The model that paints in a moment, and nothing that one would want to look at. */
export const TINY = '?threads=1&bundle=models/tiny/manifest.json';

interface Fixtures {
  /** The build on a host of this story's alone: nothing that another story has left is there. */
  readonly host: {
    readonly url: string;
    readonly goOffline: () => Promise<void>;
    readonly goOnline: () => Promise<void>;
  };
  /** A folder of this story's alone. */
  readonly folder: string;
  /** Someone new at the page, in a fresh profile. Whoever was there before is gone. */
  readonly arrive: () => Promise<Visitor>;
  /** Writes a file to the disk. @returns its path */
  readonly onDisk: (file: DroppedFile) => string;
}

interface WorkerFixtures {
  readonly launched: Launched;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  launched: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads there which fixtures are needed: none.
    async ({}, use, { project }) => {
      const launched = await (project.name === 'firefox' ? launchFirefox() : launchWebKit());
      console.log(launched.version);
      await use(launched);
      await launched.end();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads there which fixtures are needed: none.
  host: async ({}, use) => {
    const { url, server } = await hostWithWatch(TINY);
    const goOffline = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    const goOnline = () => new Promise<void>((opened) => server.listen(Number(new URL(url).port), opened));
    await use({ url, goOffline, goOnline });
    if (server.listening) await goOffline();
  },
  arrive: async ({ launched, host, folder }, use) => {
    let last: Visitor | undefined;
    await use(async () => {
      await last?.expectNoTrouble();
      last = new Visitor(await launched.fresh(), host.url, folder);
      return last;
    });
    await last?.expectNoTrouble();
    await last?.driver.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads there which fixtures are needed: none.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'plein-air-files-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  onDisk: async ({ folder }, use) => {
    await use(({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
  },
});

export { expect } from '@playwright/test';
