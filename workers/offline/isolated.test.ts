import { expect, test } from 'vitest';
import { isolated } from './isolated.ts';

test('a response keeps its body, its status and its type, and gets the headers of an isolated page', async () => {
  const given = new Response('hello', { status: 203, headers: { 'content-type': 'text/html' } });
  const response = isolated(given);
  expect(await response.text()).toBe('hello');
  expect(response.status).toBe(203);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'cross-origin',
  });
});

test('a response that is not to be looked into stays as it is', () => {
  const opaque = Response.error();
  expect(isolated(opaque)).toBe(opaque);
});
