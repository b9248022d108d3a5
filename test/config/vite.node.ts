import type { UserConfig } from 'vite';
import { isPackage, root, workerEntries } from './vite.shared.ts';

/** A Node-side build: entry and workers in one folder, so that a worker is found beside the file that starts it. */
export const nodeBuild = (outDir: string, entries: Record<string, string>): UserConfig => ({
  root,
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    outDir,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { ...entries, ...workerEntries() },
      external: isPackage,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
