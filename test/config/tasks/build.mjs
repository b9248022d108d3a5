import { buildAll } from './lib/build.mjs';

export async function run() {
  const results = await buildAll({ force: true });
  for (const { name, code, output } of results) if (code !== 0 || output.trim()) console.log(`${name}:\n${output}`);
  const failed = results.filter((result) => result.code !== 0).length;
  console.log(`build: ${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
