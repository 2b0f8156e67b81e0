import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative URLs: the build works from any path of any static host.
  base: './',
  // One page: what is not there is a 404, as on any static host, and never that page in its place.
  appType: 'mpa',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
});
