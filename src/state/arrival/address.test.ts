import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

const PAGE = 'https://page.test/plein-air/';

describe('an address', () => {
  it('that names no model has the page’s own, of which nothing need be said', () => {
    const { bundle, from, host } = readAddress(PAGE, PAGE);
    expect({ bundle, from, host }).toMatchObject({ bundle: { kind: 'url' }, from: 'own', host: undefined });
  });

  it('that names a model beside the page is no stranger’s', () => {
    const { bundle, from, host } = readAddress(`${PAGE}?bundle=models/tiny/manifest.json`, PAGE);
    expect(bundle).toEqual({ kind: 'url', url: `${PAGE}models/tiny/manifest.json` });
    expect({ from, host }).toEqual({ from: 'address', host: undefined });
  });

  it.each(['https://models.test/x/manifest.json', '//models.test/x/manifest.json'])(
    'that names a model elsewhere says whose it is: %s',
    (url) => {
      const { from, host } = readAddress(`${PAGE}?bundle=${encodeURIComponent(url)}`, PAGE);
      expect({ from, host }).toEqual({ from: 'address', host: 'models.test' });
    },
  );

  it('that is none at all is left for the fetch to fail with', () => {
    expect(readAddress(`${PAGE}?bundle=https://`, PAGE)).toMatchObject({ from: 'address', host: undefined });
  });
});
