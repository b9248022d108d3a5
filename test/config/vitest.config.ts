import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { root } from './vite.shared.ts';

if (Number(process.versions.node.split('.')[0]) < 24)
  throw new Error('Run the tests with `npm run unit`: an older Node is killed by the SQLite module without a word.');

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          pool: 'forks',
          include: [
            'electron/**/*.test.ts',
            'shared/**/*.test.ts',
            'test/integration/**/*.test.ts',
            'test/migrations/**/*.test.ts',
            'test/architecture/**/*.test.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          pool: 'forks',
          include: ['renderer/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
