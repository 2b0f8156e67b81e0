import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './build/contentSecurityPolicy.ts';
import { gzippedFile } from './build/gzippedFile.ts';

export default defineConfig({
  // Relative URLs: the build works from any path of any static host.
  base: './',
  // One page: what is not there is a 404, as on any static host, and never that page in its place.
  appType: 'mpa',
  plugins: [react(), gzippedFile(), contentSecurityPolicy()],
  worker: { format: 'es', plugins: () => [gzippedFile()] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
});
