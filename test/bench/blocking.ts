import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ADMINISTRATOR, PASSWORD } from '../support/program';
import { COORDINATOR } from '../support/contract-fixtures';
import { idAt, type Ground } from './ground';
import { longestStretch, median, type Stretch } from './measure';
import { fieldsOf } from './people';
import { ms, type Report } from './report';

const LIMIT = 50;

function tell(report: Report, what: string, stretches: readonly Stretch[], delay: ReturnType<typeof monitorEventLoopDelay>): void {
  const [cpu, wall] = [median(stretches.map((one) => one.cpu)), median(stretches.map((one) => one.wall))];
  const worst = Math.max(...stretches.map((one) => one.cpu));
  report.add(
    'UI',
    `main thread held by ${what}`,
    `<= ${String(LIMIT)} ms`,
    `CPU ${ms(cpu)}, worst ${ms(worst)} (clock ${ms(wall)})`,
    worst <= LIMIT,
    { cpu, wall, worstCpu: worst, runs: stretches.length, delayP99: delay.percentile(99) / 1e6, delayMax: delay.max / 1e6 },
  );
}

/** Every command goes through the pipeline as a screen's request does: validation, rights, journal, answer. */
export async function blocking(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { program, places, folder } = ground;
  const repeat = async (what: string, runs: number, work: (turn: number) => Promise<unknown>): Promise<void> => {
    const stretches: Stretch[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    for (let turn = 0; turn < runs; turn++) stretches.push(await longestStretch(() => work(turn)));
    delay.disable();
    tell(report, what, stretches, delay);
  };
  await program.signIn(COORDINATOR);
  await repeat('children.list', rounds, () => program.call('children.list', {}));
  await repeat('children.list with a search', rounds * 3, (turn) =>
    program.call('children.list', { search: ['а', 'ка', 'сар', 'ахмет', 'фёдор', 'айгерим'][turn % 6] ?? '' }),
  );
  await repeat('children.count with a search', rounds, (turn) => program.call('children.count', { search: ['а', 'ка', 'сар'][turn % 3] ?? '' }));
  await repeat('children.quickSearch', rounds * 2, (turn) =>
    program.call('children.quickSearch', { text: ['а', 'ал', 'рис', 'школа', 'семен'][turn % 5] ?? '' }),
  );
  await repeat('children.get', rounds, (turn) => program.call('children.get', { id: idAt(ground, turn) }));
  await repeat('children.create', rounds * 2, (turn) => {
    const fields = fieldsOf(800_000 + turn, places);
    const name = { ...fields.name, ru: { ...fields.name.ru, surname: `${fields.name.ru.surname}${'абвгдежиклмнопр'.charAt(turn % 15)}щян` } };
    return program.call('children.create', {
      id: randomUUID(),
      fields: { ...fields, name },
      knownDuplicates: [],
      ageReason: 'решение программы',
    });
  });
  await repeat('children.exportList, every child', 1, () => program.call('children.exportList', { reason: 'замер', language: 'ru' } as never));
  await program.signIn(ADMINISTRATOR);
  await repeat('documents.preview', 3, () => program.call('documents.preview', { id: ground.draftId }));
  await repeat('documents.issue', 1, () => program.call('documents.issue', { draftId: ground.draftId, documentId: randomUUID() }));
  const target = join(folder, 'backups');
  mkdirSync(target);
  await repeat('backup.make', 1, () => program.call('backup.make', { folder: target, password: PASSWORD }));
}
