export { default } from './test/config/vitest.config.ts';
