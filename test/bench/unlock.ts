import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openVault } from '../../electron/db/connection';
import { schemas } from '../../electron/modules';
import { pageOfChildren } from '../../electron/modules/children/children.repository';
import { derive } from '../../electron/vault/argon2';
import { costOf } from '../../electron/vault/ring';
import { COORDINATOR } from '../support/contract-fixtures';
import { PASSWORD } from '../support/program';
import type { Ground } from './ground';
import { longestStretch, median, sideBySide } from './measure';
import { ms, times, type Report } from './report';

/** P9: password typed, to the first page on the screen; both vaults. */
export async function unlocking(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { keyring } = ground.program.tirek.program;
  if (!keyring) throw new Error('no keyring');
  const clinicalKey = randomBytes(32);
  const clinical = { file: join(ground.folder, 'clinical.db'), ...schemas.clinical };
  await (await openVault(clinical, clinicalKey)).close();
  const cost = costOf(keyring.internals);
  const salt = randomBytes(16);
  const unlock = async (): Promise<void> => {
    const result = await keyring.unlock(COORDINATOR, PASSWORD);
    if (result.kind !== 'open') throw new Error('the password did not open');
    const key = result.session.vaultKey('records');
    if (!key) throw new Error('no key');
    const records = await openVault({ file: ground.encryptedFile, ...schemas.records }, key, { mustExist: true });
    const second = await openVault(clinical, clinicalKey, { mustExist: true });
    pageOfChildren({ ...ground.context, db: records.db }, { search: '', filter: {}, sort: 'name', descending: false }, null, 50);
    await records.close();
    await second.close();
    result.session.wipe();
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const { cost: found, ratio } = await sideBySide(rounds, {
    unlock: {
      times: 1,
      run: async () => {
        delay.enable();
        await unlock();
        delay.disable();
      },
    },
    bare: { times: 1, run: () => derive(PASSWORD, salt, cost) },
  });
  const wall = found.unlock.wall / found.bare.wall;
  const reached = ratio('unlock', 'bare') <= 1.15 || wall <= 1.15;
  report.add(
    'P9',
    `unlock to first page against bare Argon2id of ${String(cost.memory)} MiB`,
    '<= 1.15x time',
    `${times(wall)} (${ms(found.unlock.wall)} : ${ms(found.bare.wall)}; CPU ${times(ratio('unlock', 'bare'))})`,
    reached,
    {
      wallRatio: wall,
      cpuRatio: ratio('unlock', 'bare'),
      wall: found.unlock.wall,
      bareWall: found.bare.wall,
      memoryMiB: cost.memory,
    },
  );
  const p99 = delay.percentile(99) / 1e6;
  const stretches = [];
  for (let round = 0; round < rounds; round++) stretches.push(await longestStretch(unlock));
  const longest = median(stretches.map((one) => one.cpu));
  report.add(
    'P9',
    'main thread held while unlocking',
    '<= 20 ms',
    `CPU ${ms(longest)} (event loop delay by the clock, p99 ${ms(p99)})`,
    longest <= 20,
    {
      longestCpu: longest,
      delayP99: p99,
      delayMax: delay.max / 1e6,
    },
  );
}
