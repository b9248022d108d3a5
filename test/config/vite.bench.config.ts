import { defineConfig } from 'vite';
import { nodeBuild } from './vite.node.ts';

export default defineConfig(nodeBuild('out/bench', { bench: 'test/bench/main.ts' }));
