// Builds the demonstration folder. `--build DIR --resources DIR`; the last line of its output is JSON for other programs.
import { resolve } from 'node:path';
import { buildDemo } from './build';

const argument = (name: string): string => {
  const value = process.argv[process.argv.indexOf(name) + 1];
  if (!process.argv.includes(name) || !value) throw new Error(`${name} is missing`);
  return resolve(value);
};

const result = await buildDemo(argument('--build'), argument('--resources'));
console.log(`Fictitious people may sign in with the password «${result.users[0]?.password ?? ''}»:`);
for (const user of result.users) console.log(`  ${user.name} (${user.roles.join(', ')})`);
console.log(JSON.stringify(result));
process.exit(0);
