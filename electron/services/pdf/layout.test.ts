import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Paper } from '../../../shared/papers/paper.model';
import { createPdfService } from './pdf-service';
import { recoverySheetPaper } from './recovery-sheet';

const resourcesDir = join(import.meta.dirname, '../../../resources');
const pdf = createPdfService({ resourcesDir });
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-layout-'));
});
afterAll(async () => {
  await pdf.close();
  rmSync(folder, { recursive: true, force: true });
});

const MM = 72 / 25.4;
const paper = (blocks: Block[], more: Partial<Paper> = {}): Paper => ({
  kind: 'Договор',
  language: 'ru',
  orientation: 'portrait',
  fontSize: 12,
  footer: 'стр. {page} из {pages}',
  issuedAt: '2026-11-20T06:00:00.000Z',
  blocks,
  ...more,
});

interface Word {
  page: number;
  text: string;
  left: number;
  right: number;
  top: number;
}

/** Where each word of the rendered file stands, in points. */
async function wordsOf(one: Paper): Promise<Word[]> {
  const file = join(folder, 'one.pdf');
  writeFileSync(file, await pdf.render(one));
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return html
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(([, left, top, right, text]) => ({
        page: index + 1,
        text: text ?? '',
        left: Number(left),
        right: Number(right),
        top: Number(top),
      })),
    );
}

const LONG = 'Ж'.repeat(3000);
const fixed = (text: string): Block[] => [
  { kind: 'title', text, under: text },
  { kind: 'mark', text },
  { kind: 'split', left: text, right: 'г.' },
  { kind: 'paragraph', text: ['до ', { text, bold: true }, ' после'] },
  { kind: 'heading', text },
  { kind: 'list', items: [text] },
  { kind: 'columns', left: [{ kind: 'paragraph', text }], right: [{ kind: 'paragraph', text }] },
  { kind: 'table', head: ['А', 'Б', 'В'], rows: [['1', text, text]], widths: [20, 60, '*'] },
  { kind: 'pairs', rows: [[text, text]] },
  { kind: 'boxes', items: [{ text, ticked: false }] },
  {
    kind: 'signatures',
    parties: [
      { title: text, lines: [text], signer: text },
      { title: 'б', lines: [], signer: 'в' },
      { title: 'г', lines: [], signer: 'д' },
    ],
  },
];

describe('a word of three thousand letters', () => {
  it.each(fixed(LONG).map((block) => [block.kind, block] as const))('stays inside the margins in: %s', async (_kind, block) => {
    const words = await wordsOf(paper([block]));
    expect(
      words
        .map(({ text }) => text)
        .join('')
        .match(/Ж/g)?.length,
    ).toBeGreaterThanOrEqual(3000);
    for (const word of words) {
      expect(word.right).toBeLessThan((210 - 10) * MM + 0.5);
      expect(word.left).toBeGreaterThan(30 * MM - 0.5);
    }
  });

  it('does not run into the neighbouring language', async () => {
    const words = await wordsOf(
      paper([{ kind: 'columns', left: [{ kind: 'paragraph', text: LONG }], right: [{ kind: 'paragraph', text: 'сосед' }] }], { fontSize: 10 }),
    );
    const neighbour = words.find(({ text }) => text === 'сосед');
    for (const word of words.filter(({ text }) => text.startsWith('Ж'))) expect(word.right).toBeLessThan(neighbour?.left ?? 0);
  });
});

describe('a paper for signing', () => {
  const parties = [
    { title: 'Организация', lines: Array.from({ length: 8 }, (_, index) => `строка ${String(index)}`), signer: 'Омаров', seal: 'М. П.' },
    { title: 'Гражданин', lines: ['одна'], signer: 'Ким' },
  ];

  it('keeps the heading, the requisites and the names on one page, wherever it falls', async () => {
    for (const lines of [0, 24, 28, 32, 36, 40]) {
      const before: Block[] = Array.from({ length: lines }, () => ({ kind: 'paragraph', text: 'строка' }));
      const words = await wordsOf(paper([...before, { kind: 'signatures', heading: 'ПОДПИСИ', parties }]));
      const pages = ['ПОДПИСИ', 'Организация', 'Омаров', 'Ким'].map((text) => words.find((word) => word.text === text)?.page);
      expect(new Set(pages).size).toBe(1);
    }
  });

  it('has the names of all parties on one level', async () => {
    const words = await wordsOf(paper([{ kind: 'signatures', parties }]));
    expect(words.find(({ text }) => text === 'Омаров')?.top).toBe(words.find(({ text }) => text === 'Ким')?.top);
  });

  it('leaves 30 mm to bind it and 20 mm above', async () => {
    const words = await wordsOf(paper([{ kind: 'paragraph', text: 'первое', align: 'left' }]));
    const first = words.find(({ text }) => text === 'первое');
    expect(first?.left).toBeCloseTo(30 * MM, 0);
    expect(first?.top).toBeGreaterThanOrEqual(20 * MM - 1);
  });

  it('puts the same section of two languages on one level', async () => {
    const side = (text: string): Block => ({ kind: 'paragraph', text });
    const words = await wordsOf(
      paper([
        { kind: 'columns', left: [side('бір '.repeat(60))], right: [side('один')] },
        { kind: 'columns', left: [side('ЕКІ')], right: [side('ДВА')] },
      ]),
    );
    expect(words.find(({ text }) => text === 'ЕКІ')?.top).toBe(words.find(({ text }) => text === 'ДВА')?.top);
  });
});

describe('a recovery sheet', () => {
  const key = Array.from({ length: 14 }, (_, index) => `K${String(index % 10)}QD`);
  const sheet = (which: 'org' | 'clin', language: 'ru' | 'kk' | 'en', texts: string[]): Paper =>
    recoverySheetPaper(JSON.parse(readFileSync(join(resourcesDir, `templates/recovery-sheet-${which}.json`), 'utf8')), {
      which,
      language,
      organisation: 'Детский дом «Шаңырақ»',
      texts,
      issuedAt: '2026-11-20T06:00:00.000Z',
    });

  it.each([
    ['org', 'ru'],
    ['org', 'kk'],
    ['org', 'en'],
    ['clin', 'ru'],
    ['clin', 'kk'],
    ['clin', 'en'],
  ] as const)('%s in %s is one page with all fourteen groups', async (which, language) => {
    const words = await wordsOf(sheet(which, language, [key.join(' ')]));
    expect(Math.max(...words.map(({ page }) => page))).toBe(1);
    expect(
      words
        .filter(({ text }) => /^K\dQD$/.test(text))
        .map(({ text }) => text)
        .sort(),
    ).toEqual([...key].sort());
  });

  it('in two halves is two pages, each for another person', async () => {
    const words = await wordsOf(sheet('clin', 'ru', [key.join(' '), key.join(' ')]));
    expect(Math.max(...words.map(({ page }) => page))).toBe(2);
  });
});
