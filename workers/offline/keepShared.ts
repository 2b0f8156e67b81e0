import { SHARED_CACHE, SHARED_FIELD, SHARED_QUERY } from '../../src/protocol/sharedFiles.ts';

/** Keeps what was shared until the page has opened and takes it, and sends the browser there. */
export async function keepShared(request: Request): Promise<Response> {
  const cache = await caches.open(SHARED_CACHE);
  const files = (await request.formData()).getAll(SHARED_FIELD).filter((entry) => entry instanceof File);
  await Promise.all(
    files.map((file, index) =>
      cache.put(`./shared/${index}`, new Response(file, { headers: { 'x-name': encodeURIComponent(file.name) } })),
    ),
  );
  // 303: the page is asked for with GET.
  return Response.redirect(`./?${SHARED_QUERY}`, 303);
}
