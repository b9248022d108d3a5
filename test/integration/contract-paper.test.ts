import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { COORDINATOR, filledDraft, mentorWithPapers, pairAtPapers, readyChild, worldOf, type World } from '../support/contract-fixtures';
import { TestProgram } from '../support/program';

let world: World;
let draftId: string;
const call: TestProgram['call'] = (...args) => world.program.call(...args);
const documentId = randomUUID();

async function textOf(base64: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(Buffer.from(base64, 'base64')), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pdf.cleanup();
  return pages.join('\n').replace(/\s+/g, ' ');
}

beforeAll(async () => {
  world = await worldOf(await TestProgram.start());
  await world.program.signIn(COORDINATOR);
  const childId = await readyChild(world);
  const pairId = await pairAtPapers(world, childId, await mentorWithPapers(world));
  draftId = await filledDraft(world, [pairId]);
});
afterAll(async () => {
  await world.program.destroy();
});

describe('the printed contract', () => {
  it('as a draft bears no number and no whole number of a paper, and says what it is', async () => {
    const { file, pages } = await call('documents.preview', { id: draftId });
    const text = await textOf(file.base64);
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain('ЧЕРНОВИК');
    expect(text).not.toMatch(/041234417|0042418|ГД-001/);
    expect(text).toContain('4417');
    const revealed = await textOf((await call('documents.previewRevealed', { id: draftId })).file.base64);
    expect(revealed).toContain('041234417');
  });

  it('as issued says in both languages what was entered, under its number', async () => {
    await call('documents.issue', { draftId, documentId });
    const file = await call('documents.reprint', { id: documentId });
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], Buffer.from(file.base64, 'base64'));
    const text = await textOf(file.base64);
    for (const part of [
      'ГД-001/2026',
      'Ким Ольга Сергеевна',
      'Сарсенова Айгерим Маратовна',
      'Сәрсенова Айгерім Маратқызы',
      '041234417',
      '28 ноября 2026',
      '2026 жылғы 28 қараша',
      '10:00',
      '19:00',
      'Шаңырақ',
      'Нурпеисов',
    ]) {
      expect(text, part).toContain(part);
    }
    expect(text).not.toContain('ЧЕРНОВИК');
    const raw = Buffer.from(file.base64, 'base64').toString('latin1');
    // Names stand on the page and nowhere else: the file's own data bears none.
    const pdf = await getDocument({ data: new Uint8Array(Buffer.from(file.base64, 'base64')), verbosity: 0 }).promise;
    expect(JSON.stringify(await pdf.getMetadata())).not.toMatch(/Ким|Сарсенова|ГД-001/);
    expect(raw.startsWith('%PDF-')).toBe(true);
  });

  it('is the same bytes when the same issue is rendered twice', async () => {
    const first = await call('documents.previewRevealed', { id: draftId });
    const second = await call('documents.previewRevealed', { id: draftId });
    const hash = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
    expect(hash(second.file.base64)).toBe(hash(first.file.base64));
  });
});

describe('templates', () => {
  it('are shown with people who do not exist, and never edited in place', async () => {
    const [row] = await call('documents.templates', {});
    const templateId = row?.id ?? '';
    const base = await call('documents.getTemplate', { id: templateId, version: row?.inForce ?? '' });
    const preview = await call('documents.previewTemplate', { templateId, version: null, text: null });
    expect(await textOf(preview.base64)).toContain('Примерова');

    const template = JSON.parse(base.text) as { sections: { id: string; body: Record<string, string> }[] };
    const conditions = template.sections.find(({ id }) => id === 'conditions');
    if (!conditions) throw new Error('no section');
    conditions.body['ru'] = `${conditions.body['ru'] ?? ''}\nСвоё правило дома.`;
    const saved = await call('documents.saveTemplateVersion', {
      id: randomUUID(),
      templateId,
      basedOn: base.version,
      note: 'своё правило',
      inForceFrom: '2026-11-20',
      text: JSON.stringify(template),
    });
    expect(saved).toMatchObject({ origin: 'organisation', version: `${base.version}.1` });
    expect(await call('documents.getTemplate', { id: templateId, version: base.version })).toEqual(base);
    // Someone who started from the same version does not write over it.
    expect(
      await world.program.refusal('documents.saveTemplateVersion', {
        id: randomUUID(),
        templateId,
        basedOn: base.version,
        note: 'x',
        inForceFrom: '2026-11-20',
        text: JSON.stringify(template),
      }),
    ).toMatchObject({
      code: 'TEMPLATE.CHANGED_MEANWHILE',
    });
  });

  it('change what is issued next, and nothing that was issued', async () => {
    const before = await call('documents.reprint', { id: documentId });
    const [pair] = (await call('mentorships.list', {})).rows;
    const next = await filledDraft(world, [pair?.id ?? '']);
    const preview = await textOf((await call('documents.preview', { id: next })).file.base64);
    expect(preview).toContain('Своё правило дома');
    expect((await call('documents.reprint', { id: documentId })).base64).toBe(before.base64);
    expect((await call('documents.get', { id: documentId })).templateVersion).toBe('guest-contract-kz/1');
  });

  it.each([
    ['an unknown field', '{{host.salary}}', 'TEMPLATE.UNKNOWN_FIELD'],
    ['an open condition', '[[if authority]] и', 'TEMPLATE.UNBALANCED'],
    ['an empty section that the law asks for', '', 'TEMPLATE.SECTION_MISSING'],
  ])('with %s are refused with the place named', async (_name, body, code) => {
    const [row] = await call('documents.templates', {});
    const base = await call('documents.getTemplate', { id: row?.id ?? '', version: row?.inForce ?? '' });
    const template = JSON.parse(base.text) as { sections: { id: string; body: Record<string, string> }[] };
    const section = template.sections.find(({ id }) => id === 'host-duties');
    if (section) section.body['ru'] = body;
    const refused = await world.program.refusal('documents.saveTemplateVersion', {
      id: randomUUID(),
      templateId: row?.id,
      basedOn: base.version,
      note: 'x',
      inForceFrom: '2026-11-20',
      text: JSON.stringify(template),
    });
    expect(refused).toMatchObject({ kind: 'invalid' });
    expect(refused.fields?.map((field) => field.code)).toContain(code);
    expect(refused.fields?.[0]?.path).toContain('sections.host-duties');
  });
});
