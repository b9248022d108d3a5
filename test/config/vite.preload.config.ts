import { defineConfig } from 'vite';
import { root } from './vite.shared.ts';

// A sandboxed preload must be CommonJS and a single file; it shares out/main with the main build, which empties the folder first.
export default defineConfig({
  root,
  publicDir: false,
  build: {
    target: 'chrome140',
    outDir: 'out/main',
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
