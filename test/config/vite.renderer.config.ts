import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { root } from './vite.shared.ts';

export default defineConfig({
  root: join(root, 'renderer'),
  // Both transports serve the page at the root of an origin; from there it also loads on a reload of /children/...
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome140',
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    // An inlined font or picture would need `data:` in font-src; as files they stay under 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
});
