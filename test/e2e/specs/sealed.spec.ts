import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask, expect, go, signIn, test } from '../demo';

/** Words that nobody else writes: of a note, of a draft, of a search, of a file's name and of its caption. */
const MARKS = ['сиреневыйокапи', 'перламутровыйтукан', 'хрустальныйламантин', 'бархатныйпанголин'] as const;
const [NOTE, DRAFT, FILE, CAPTION] = MARKS;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==';

async function writeAbout(page: Page): Promise<{ childId: string; noteId: string }> {
  const childId = (await ask<{ rows: { id: string }[] }>(page, 'children.list', { search: '' })).rows[0]?.id ?? '';
  const noteId = randomUUID();
  const onDate = new Date().toLocaleDateString('sv');
  await ask(page, 'sessions.createNote', {
    id: noteId,
    subject: { kind: 'child', id: childId },
    fields: {
      onDate,
      atTime: '08:00',
      minutes: 45,
      place: '',
      method: 'беседа',
      attendance: 'came',
      cancelledBy: null,
      note: `Говорит про ${NOTE}.`,
      childWords: '',
      riskLevel: 'none',
      riskText: '',
    },
  });
  await ask(page, 'clinical.addAttachment', {
    recordId: noteId,
    fileId: randomUUID(),
    childId: null,
    name: `${FILE}.png`,
    caption: CAPTION,
    data: PIXEL,
  });
  await ask(page, 'clinical.saveDraft', { formKey: 'clinical/sessions/new', data: JSON.stringify({ note: DRAFT }) });
  return { childId, noteId };
}

/** Everything that a page can keep: what it shows, what it remembers, where it was. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const rowsOf = (name: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const stores = [...opening.result.objectStoreNames];
          if (stores.length === 0) return resolve([]);
          const reading = opening.result.transaction(stores);
          void Promise.all(
            stores.map(
              (store) =>
                new Promise((done) => {
                  const all = reading.objectStore(store).getAll();
                  all.onsuccess = () => done(all.result);
                }),
            ),
          ).then(resolve);
        };
      });
    const databases = await indexedDB.databases();
    return JSON.stringify({
      page: document.documentElement.outerHTML,
      title: document.title,
      address: location.href,
      state: history.state as unknown,
      asked: performance.getEntries().map(({ name }) => name),
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await Promise.all(databases.map(async ({ name }) => [name, await rowsOf(name ?? '')])),
      caches: await caches.keys(),
    });
  });

const openClinical = (pid: number): string[] =>
  readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/${String(pid)}/fd/${fd}`);
      return target.includes('clinical.db') ? [target] : [];
    } catch {
      return [];
    }
  });

function tellingFiles(folder: string): string[] {
  const needles = MARKS.flatMap((mark) => [Buffer.from(mark), Buffer.from(mark, 'utf16le')]);
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .filter((path) => needles.some((needle) => Buffer.from(path).includes(needle) || readFileSync(path).includes(needle)));
}

test('a psychologist who locked leaves nothing readable: not in the page, its storage, the open files or the folder', async ({
  page,
  host,
  dataDir,
}) => {
  await signIn(page, 'Марина Орлова');
  const { childId, noteId } = await writeAbout(page);

  await test.step('while signed in, every word is where it should be', async () => {
    expect((await ask<{ hits: unknown[] }>(page, 'clinical.search', { text: NOTE })).hits).toHaveLength(1);
    expect(JSON.stringify(await ask(page, 'clinical.attachments', { recordId: noteId }))).toContain(FILE);
    expect(JSON.stringify(await ask(page, 'clinical.readDraft', { formKey: 'clinical/sessions/new' }))).toContain(DRAFT);
    await go(page, '/psychology');
    await page.getByPlaceholder('Слово из записи').fill(NOTE);
    await expect(page.getByText(`Говорит про ${NOTE}.`).first()).toBeVisible();
    expect(await keptIn(page)).toContain(NOTE);
    await go(page, `/psychology/case/child/${childId}`);
    await go(page, `/psychology/casework/session/${noteId}`);
    await expect(page.getByText(NOTE).first()).toBeVisible();
  });

  await test.step('even then: no word in the title, in the storage or on the disk', async () => {
    const { title, address, local, session, databases } = JSON.parse(await keptIn(page)) as Record<string, unknown>;
    for (const mark of MARKS) expect(JSON.stringify({ title, address, local, session, databases })).not.toContain(mark);
    expect(tellingFiles(dataDir)).toEqual([]);
    if (existsSync('/proc/self/fd')) expect(openClinical(host.pid)).not.toEqual([]);
  });

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Кто сегодня работает?' })).toBeVisible();

  await test.step('after the lock: nothing anywhere', async () => {
    const kept = await keptIn(page);
    for (const mark of MARKS) expect(kept.includes(mark) || kept.includes(encodeURIComponent(mark)), mark).toBe(false);
    if (existsSync('/proc/self/fd')) expect(openClinical(host.pid)).toEqual([]);
    expect(tellingFiles(dataDir)).toEqual([]);
    await expect(ask(page, 'clinical.search', { text: NOTE })).rejects.toThrow(/locked/);
    await page.goBack();
    for (const mark of MARKS) expect(await page.content()).not.toContain(mark);
  });
});
