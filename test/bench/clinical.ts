import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AssessmentEntity, AssessmentResultEntity } from '../../electron/modules/assessments/assessment.entity';
import { listRows } from '../../electron/modules/assessments/assessments.repository';
import { list } from '../../electron/modules/assessments/assessments.service';
import { ClinicalRecordEntity } from '../../electron/modules/clinical/clinical.entity';
import { indexText } from '../../electron/modules/clinical/clinical.repository';
import { search } from '../../electron/modules/clinical/clinical.service';
import type { ClinicalReadContext } from '../../electron/ipc/context';
import { actorOf } from '../../electron/ipc/live-session';
import type { VaultDb } from '../../electron/db/table';
import { PSYCHOLOGIST } from '../support/contract-fixtures';
import { sessionOf, type Ground } from './ground';
import { longestStretch, median, quantile, timed } from './measure';
import { ms, times, type Report } from './report';

const RESULTS = 100_000;
const NOTES = 20_000;

const STEMS =
  'тревог спокой рисун дом семь друг школ сон страх радост груст игр доверь встреч наставник мам брат сестр комнат окн дверь река гор кошк собак песн книг урок обид смех слез молчан слов рук взгляд шаг помощ просьб граница правил выбор'.split(
    ' ',
  );
const SYLLABLES = 'ба ве гу до жи за ка ле мо ну пе ра су ту фи ха цо чу ше эл юр яс бро гла дре зна кру пло сте тро хво'.split(' ');
const TAILS = ['а', 'у', 'ой', 'ами', 'е', 'и', 'ов', 'ный', 'ность', 'ить'];

/** A note of some two hundred words, the same for the same number. */
function noteOf(seed: number): string {
  let state = seed * 2654435761 + 12345;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  // A few words in almost every note, most words in few: as people write.
  const words = Array.from({ length: 200 }, () => {
    const rare = next(3) === 0 ? `${SYLLABLES[next(SYLLABLES.length)] ?? ''}${SYLLABLES[next(SYLLABLES.length)] ?? ''}` : '';
    const at = Math.floor((next(STEMS.length) * next(STEMS.length)) / STEMS.length);
    return `${rare}${STEMS[at] ?? ''}${TAILS[next(TAILS.length)] ?? ''}`;
  });
  return words.join(' ');
}

function headerOf(
  no: number,
  kind: ClinicalRecordEntity['kind'],
  subjectId: string,
  author: { id: string; name: string },
  at: string,
): ClinicalRecordEntity {
  return {
    id: randomUUID(),
    no,
    kind,
    subjectKind: 'child',
    subjectId,
    label: 'GAD-7',
    onDate: at.slice(0, 10),
    authorId: author.id,
    authorName: author.name,
    state: 'signed',
    signedAt: at,
    signedHash: null,
    version: 2,
    createdAt: at,
    updatedAt: at,
  };
}

interface Sample {
  assessment: AssessmentEntity;
  result: AssessmentResultEntity;
}

/** One test through the program's own requests; the rest are copies of its rows about other children. */
async function sampleOf(ground: Ground): Promise<Sample> {
  const { program } = ground;
  const card = (await program.call('assessments.instruments', {})).find((one) => one.instrumentId === 'gad-7');
  const id = randomUUID() as never;
  await program.call('assessments.start', {
    id,
    subject: { kind: 'child', id: ground.childIds[0] as never },
    hash: card?.hash ?? '',
    testDate: '2026-11-20',
    language: 'en',
    given: 'paper',
    respondent: 'self',
  });
  const { instrument } = await program.call('assessments.get', { id });
  await program.call('assessments.answer', { id, answers: Object.fromEntries(instrument.items.map((item, index) => [item.id, index % 4])) });
  await program.call('assessments.finish', { id });
  const db = clinicalOf(ground);
  const assessment = db.table(AssessmentEntity).byId(id);
  const result = db.table(AssessmentResultEntity).where({ assessmentId: id })[0];
  if (!assessment || !result) throw new Error('the sample was not scored');
  return { assessment, result };
}

function clinicalOf(ground: Ground): VaultDb {
  const { clinical } = sessionOf(ground.program);
  if (!clinical) throw new Error('the psychologist holds no clinical key');
  return clinical.db;
}

async function fill(ground: Ground): Promise<void> {
  const { assessment, result } = await sampleOf(ground);
  const session = sessionOf(ground.program);
  const author = { id: session.keys.userId, name: session.keys.name };
  const at = ground.program.now.toISOString();
  for (let from = assessment.no + 1; from <= RESULTS; from += 25_000) {
    session.clinical?.transaction((db) => {
      for (let no = from; no < Math.min(RESULTS + 1, from + 25_000); no++) {
        const subjectId = ground.childIds[(no * 7919) % ground.childIds.length] ?? '';
        const header = headerOf(no, 'assessment', subjectId, author, at);
        db.table(ClinicalRecordEntity).insert(header);
        db.table(AssessmentEntity).insert({ ...assessment, id: header.id, no, subjectId });
        db.table(AssessmentResultEntity).insert({ ...result, id: randomUUID(), assessmentId: header.id });
      }
    });
  }
  session.clinical?.transaction((db) => {
    for (let index = 0; index < NOTES; index++) {
      const no = RESULTS + 1 + index;
      db.table(ClinicalRecordEntity).insert(headerOf(no, 'session', ground.childIds[(no * 7919) % ground.childIds.length] ?? '', author, at));
      indexText(db, no, noteOf(index));
    }
  });
}

const QUERIES = ['тревога', 'тре', 'рисунок дома', 'доверь наставник граница', 'мамой', 'с', 'слез', 'молчание у окна', 'брат сестра школа', 'кошку'];

/** The psychologist's vault at the size the goals name: the first page of 100,000 results, a search over 20,000 notes. */
export async function clinical(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { program } = ground;
  const { clinical: standing } = await program.signIn(PSYCHOLOGIST);
  if (standing === 'to-be-born') await program.call('session.createClinicalVault', {});
  console.error(`${RESULTS.toLocaleString('en')} results and ${NOTES.toLocaleString('en')} notes are being made...`);
  await fill(ground);
  await program.signIn(PSYCHOLOGIST);
  const session = sessionOf(program);
  const actor = actorOf(session);
  if (!actor) throw new Error('nobody is signed in');
  const context: ClinicalReadContext = { ...ground.context, actor, db: clinicalOf(ground), records: session.records.db };
  const everything = { sql: '1', params: [] };
  const first = timed(2000, () => listRows(context.db, { openAlerts: false, limit: 51 }, everything));
  const p99 = quantile(first.wall, 0.99);
  report.add('P7', 'first page of 100,000 results, p99', '<= 1 ms', `${ms(p99)} (median ${ms(median(first.wall))})`, p99 <= 1, {
    p50: median(first.wall),
    p99,
  });
  const page = timed(300, () => list(context, { openAlerts: false, limit: 50 }));
  report.add(
    'P7',
    'the same with names, as the screen gets it, p99',
    'told, no goal',
    `${ms(quantile(page.wall, 0.99))} (median ${ms(median(page.wall))})`,
    null,
    {
      p50: median(page.wall),
    },
  );
  const far = Array.from({ length: rounds }, () => {
    const near = median(timed(300, () => listRows(context.db, { openAlerts: false, limit: 51 }, everything)).wall);
    return median(timed(300, () => listRows(context.db, { openAlerts: false, before: 120, limit: 51 }, everything)).wall) / near;
  });
  report.add('P7', 'its last page against its first', '<= 1.50x', times(median(far)), median(far) <= 1.5, { ratio: median(far) });
  const found = timed(QUERIES.length * 30, (turn) => search(context, { text: QUERIES[turn % QUERIES.length] ?? '', limit: 30 }));
  const p95 = quantile(found.cpu, 0.95);
  report.add(
    'P8',
    'search over 20,000 notes, ranked, p95',
    '<= 30 ms',
    `CPU ${ms(p95)} (median ${ms(median(found.cpu))}, worst ${ms(Math.max(...found.cpu))})`,
    p95 <= 30,
    {
      p50: median(found.cpu),
      p95,
      longest: Math.max(...found.cpu),
    },
  );
  for (const [what, work] of Object.entries({
    'assessments.list': () => program.call('assessments.list', {}),
    'clinical.search': () => program.call('clinical.search', { text: 'тревога' }),
    'clinical.today': () => program.call('clinical.today', {}),
  })) {
    const stretches = [];
    for (let turn = 0; turn < rounds; turn++) stretches.push(await longestStretch(work));
    const worst = Math.max(...stretches.map((one) => one.cpu));
    report.add(
      'UI',
      `main thread held by ${what}`,
      '<= 50 ms',
      `CPU ${ms(median(stretches.map((one) => one.cpu)))}, worst ${ms(worst)}`,
      worst <= 50,
      { worstCpu: worst },
    );
  }
  report.add('', 'clinical.db', 'told, no goal', `${(statSync(join(program.dataDir, 'clinical.db')).size / 1_048_576).toFixed(0)} MB`, null, {});
}
