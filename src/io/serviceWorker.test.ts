import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepOffline } from './serviceWorker.ts';

/** What a page is told of its service workers. */
class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;

  find(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }

  install(): void {
    const worker = this.installing;
    this.installing = null;
    this.waiting = worker;
    worker?.dispatchEvent(new Event('statechange'));
  }

  activate(): void {
    const worker = this.waiting;
    this.waiting = null;
    this.active = worker;
    worker?.dispatchEvent(new Event('statechange'));
  }
}

class FakeWorker extends EventTarget {}

describe('a page that is to open without a network', () => {
  let registration: FakeRegistration;
  const onWaiting = vi.fn<() => void>();

  beforeEach(() => {
    registration = new FakeRegistration();
    vi.stubEnv('PROD', true);
    vi.stubGlobal('navigator', { serviceWorker: { register: () => Promise.resolve(registration) } });
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    onWaiting.mockReset();
  });

  test('says nothing of a first version, from its installation to its care of the page', async () => {
    await keepOffline(onWaiting);
    registration.find(new FakeWorker());
    registration.install();
    registration.activate();
    expect(onWaiting).not.toHaveBeenCalled();
  });

  test('says nothing of a first version that is ready to take over at the moment: Firefox, reloaded during a first visit', async () => {
    registration.waiting = new FakeWorker();
    await keepOffline(onWaiting);
    registration.activate();
    expect(onWaiting).not.toHaveBeenCalled();
  });

  test('says once that a newer version waits, whether it came before this visit or during it', async () => {
    registration.active = new FakeWorker();
    registration.waiting = new FakeWorker();
    await keepOffline(onWaiting);
    expect(onWaiting).toHaveBeenCalledTimes(1);

    registration = new FakeRegistration();
    registration.active = new FakeWorker();
    onWaiting.mockReset();
    await keepOffline(onWaiting);
    registration.find(new FakeWorker());
    expect(onWaiting).not.toHaveBeenCalled();
    registration.install();
    registration.activate();
    expect(onWaiting).toHaveBeenCalledTimes(1);
  });
});
