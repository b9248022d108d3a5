import { defineConfig } from 'vite';
import { nodeBuild } from './vite.node.ts';

export default defineConfig(nodeBuild('out/main', { main: 'electron/main.ts' }));
