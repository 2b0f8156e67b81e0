import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './build/contentSecurityPolicy.ts';
import { gzippedFile } from './build/gzippedFile.ts';
import { headersFile } from './build/headersFile.ts';
import { webAppManifest } from './build/webAppManifest.ts';
import { ISOLATION_HEADERS } from './src/protocol/isolation.ts';

export default defineConfig({
  // Relative URLs: the build works from any path of any static host.
  base: './',
  // One page: what is not there is a 404, as on any static host, and never that page in its place.
  appType: 'mpa',
  plugins: [
    react(),
    gzippedFile(),
    contentSecurityPolicy(),
    headersFile(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'offline.ts',
      injectRegister: null,
      manifest: webAppManifest,
      injectManifest: {
        // With starters, moods and gallery: they are there without a network after the first visit.
        globPatterns: ['**/*.{html,js,css,svg,png,woff2,webmanifest}', 'starters/*', 'moods/*', 'gallery.json'],
        globIgnores: ['models/**'],
      },
    }),
  ],
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  worker: { format: 'es', plugins: () => [gzippedFile()] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
});
