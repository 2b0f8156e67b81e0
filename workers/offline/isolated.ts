import { ISOLATION_HEADERS } from '../../src/protocol/isolation.ts';

/** The same response, with the headers that static hosts cannot send. */
export function isolated(response: Response): Response {
  // One that is not to be looked into cannot be made anew either.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION_HEADERS)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
