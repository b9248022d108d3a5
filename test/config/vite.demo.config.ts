import { defineConfig } from 'vite';
import { nodeBuild } from './vite.node.ts';

export default defineConfig(nodeBuild('out/demo', { demo: 'test/demo/main.ts' }));
