import { openVault } from '../../electron/db/connection';
import { schemas } from '../../electron/modules';
import { pageOfChildren, rankedChildren } from '../../electron/modules/children/children.repository';
import { displayName } from '../../shared/kernel/names';
import type { Ground } from './ground';
import { median, quantile, timed } from './measure';
import { fieldsOf } from './people';
import { ms, times, type Report } from './report';

const LISTING = { search: '', filter: {}, sort: 'name', descending: false } as const;

/** The cursor of the last full page: page 2,000 of 100,000 children. */
function lastCursor(ground: Ground): { cursor: string | null; page: number } {
  const last = Math.floor(ground.childIds.length / 50);
  let cursor: string | null = null;
  for (let page = 1; page < last; page++) cursor = pageOfChildren(ground.context, LISTING, cursor, 50).nextCursor;
  return { cursor, page: last };
}

export async function pages(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { context, key, encryptedFile } = ground;
  const first = timed(2000, () => pageOfChildren(context, LISTING, null, 50));
  const p99 = quantile(first.wall, 0.99);
  report.add('P7', 'first page, warm, p99', '<= 1 ms', `${ms(p99)} (median ${ms(median(first.wall))})`, p99 <= 1, { p50: median(first.wall), p99 });
  const opened: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round <= rounds * 2; round++) {
    const start = performance.now();
    const vault = await openVault({ file: encryptedFile, ...schemas.records }, key, { mustExist: true });
    const open = performance.now() - start;
    pageOfChildren({ ...context, db: vault.db }, LISTING, null, 50);
    if (round > 0) whole.push(performance.now() - start);
    if (round > 0) opened.push(open);
    await vault.close();
  }
  const cold = median(whole);
  report.add('P7', 'open with the key and first page', '<= 10 ms', `${ms(cold)} (open ${ms(median(opened))})`, cold <= 10, {
    p50: cold,
    open: median(opened),
    p99: quantile(whole, 0.99),
  });
  const { cursor, page } = lastCursor(ground);
  const ratios = Array.from({ length: rounds }, () => {
    const near = median(timed(300, () => pageOfChildren(context, LISTING, null, 50)).wall);
    return median(timed(300, () => pageOfChildren(context, LISTING, cursor, 50)).wall) / near;
  });
  report.add('P7', `page ${page.toLocaleString('en')} against page 1`, '<= 1.50x', times(median(ratios)), median(ratios) <= 1.5, {
    ratio: median(ratios),
    page,
  });
}

/** As typed: one letter more at a time; the names are of children who are there. */
function typedPrefixes(ground: Ground, people: number): string[] {
  return Array.from(
    { length: people },
    (_, index) => displayName(fieldsOf(1000 + index * 331, ground.places).name, 'ru').split(' ')[index % 3 === 2 ? 1 : 0] ?? '',
  ).flatMap((word) => Array.from({ length: Math.min(7, word.length) }, (_, length) => word.slice(0, length + 1)));
}

const ANY = [
  'рисование',
  'футбол',
  'выпечка робот',
  'доводит',
  'школа 12',
  'танцы семен',
  '3 «А»',
  'алия',
  'шах',
  'животные',
  'а',
  'ал',
  'гитара книги',
  'школа',
];

export function search(ground: Ground, report: Report): void {
  const { context } = ground;
  const prefixes = typedPrefixes(ground, 60);
  const listed = timed(prefixes.length, (turn) => pageOfChildren(context, { ...LISTING, search: prefixes[turn] ?? '' }, null, 50));
  told(report, 'search as you type, name prefix, p95', 5, listed);
  for (const length of [1, 2, 3, 4]) {
    const own = listed.cpu.filter((_, turn) => prefixes[turn]?.length === length);
    const p95 = quantile(own, 0.95);
    report.add('P8', `of these, with ${String(length)} letter${length > 1 ? 's' : ''} typed, p95`, 'told, no goal', `CPU ${ms(p95)}`, null, {
      p50: median(own),
      p95,
    });
  }
  const texts = [...ANY, ...prefixes];
  const ranked = timed(texts.length, (turn) => rankedChildren(context, texts[turn] ?? '', 8));
  told(report, 'any field, ranked, p95', 30, ranked);
  const slowest = texts
    .map((text, turn) => ({ text, took: ranked.cpu[turn] ?? 0 }))
    .sort((a, b) => b.took - a.took)
    .slice(0, 4);
  console.error(`    slowest: ${slowest.map((one) => `«${one.text}» ${ms(one.took)}`).join(', ')}`);
}

function told(report: Report, what: string, limit: number, { cpu, wall }: { cpu: number[]; wall: number[] }): void {
  const [p95, p95Wall] = [quantile(cpu, 0.95), quantile(wall, 0.95)];
  report.add('P8', what, `<= ${String(limit)} ms`, `CPU ${ms(p95)} (median ${ms(median(cpu))}, clock p95 ${ms(p95Wall)})`, p95 <= limit, {
    p50: median(cpu),
    p95,
    p95Wall,
    longest: Math.max(...cpu),
  });
}
