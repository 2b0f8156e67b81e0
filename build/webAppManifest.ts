import type { ManifestOptions } from 'vite-plugin-pwa';

/** What an installed page is called, looks like and opens. */
export const webAppManifest: Partial<ManifestOptions> = {
  name: 'Plein Air',
  short_name: 'Plein Air',
  description: 'Paint a layout of a landscape and watch a picture of it come into being, in your browser.',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f1f3f2',
  theme_color: '#f1f3f2',
  icons: [
    { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  file_handlers: [
    {
      action: './',
      accept: {
        'application/x-plein-air': ['.pleinair'],
        'image/png': ['.png'],
        'image/jpeg': ['.jpg', '.jpeg'],
        'image/webp': ['.webp'],
        'image/avif': ['.avif'],
      },
    },
  ],
  share_target: {
    action: './share-target',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: 'files', accept: ['image/*', '.pleinair'] }] },
  },
};
