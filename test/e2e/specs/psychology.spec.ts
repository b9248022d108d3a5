import AxeBuilder from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { paths } from '../../../renderer/lib/paths';
import { ask, expect, mustBeInOrder, signIn, signInSpeaking, test } from '../demo';

const PSYCHOLOGIST = 'Марина Орлова';

interface Header {
  id: string;
  kind: string;
  subject: { kind: string; id: string };
}

/** The rooms, one record of every kind that the demonstration data holds, and the page of a person. */
async function addresses(page: Page): Promise<string[]> {
  const { records } = await ask<{ records: Header[] }>(page, 'clinical.records', { limit: 200 });
  const oneOfEach = [...new Map(records.map((record) => [record.kind, record])).values()];
  const person = records.find((record) => record.subject.kind === 'child')?.subject ?? { kind: '', id: '' };
  const [instrument] = await ask<{ hash: string }[]>(page, 'assessments.instruments', {});
  return [
    '/',
    paths.psychology(),
    '/psychology/assessments',
    '/psychology/assessments/library',
    `/psychology/assessments/library/${instrument?.hash ?? ''}`,
    '/psychology/assessments/library/import',
    '/psychology/assessments/new',
    '/psychology/assessments/batch',
    '/psychology/interviews',
    '/psychology/casework',
    '/psychology/groups',
    '/psychology/conclusions',
    '/psychology/keys',
    paths.clinicalCase(person.kind, person.id),
    `/children/${person.id}/psychology`,
    ...oneOfEach.map((record) => paths.clinicalRecord(record.kind, record.id)),
  ];
}

for (const language of ['ru', 'kk', 'en'] as const) {
  test(`every screen of the psychologist's room speaks ${language} and axe finds nothing`, async ({ page }) => {
    test.setTimeout(240_000);
    await signInSpeaking(page, PSYCHOLOGIST, language);
    for (const address of await addresses(page)) await test.step(address, () => mustBeInOrder(page, address, language === 'ru'));
  });
}

test('a child answers alone: by keys, one question at a time, over a reload and a pause, and nothing else of the program is there', async ({
  page,
}) => {
  await signIn(page, PSYCHOLOGIST);
  const { rows } = await ask<{ rows: { id: string; shortName: string }[] }>(page, 'children.list', {});
  const child = rows[0] ?? { id: '', shortName: '' };
  const cards = await ask<{ hash: string; instrumentId: string }[]>(page, 'assessments.instruments', {});
  const id = randomUUID();
  await ask(page, 'assessments.start', {
    id,
    subject: { kind: 'child', id: child.id },
    hash: cards.find((card) => card.instrumentId === 'gad-7')?.hash,
    testDate: new Date().toISOString().slice(0, 10),
    language: 'ru',
    given: 'screen',
    respondent: 'self',
  });
  await ask(page, 'assessments.beginSitting', { id });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Начать' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Вопрос 1 из')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
  await page.keyboard.press('3');
  await expect(page.getByText('Вопрос 2 из')).toBeVisible();

  // Over a reload, and to another address: still the test, and no name of anybody.
  await page.goto(`${page.url().split('#')[0] ?? ''}#/children`);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Продолжить' })).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain(child.shortName.split(' ')[0]);
  await expect(ask(page, 'children.list', {})).rejects.toThrow('SESSION.SITTING');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Вопрос 2 из')).toBeVisible();

  // A pause closes the window; after the psychologist has come back the test goes on where it was.
  await page.getByRole('button', { name: 'Позвать психолога' }).click();
  await expect(page.getByRole('heading', { name: 'Кто сегодня работает?' })).toBeVisible();
  await signIn(page, PSYCHOLOGIST);
  await ask(page, 'assessments.beginSitting', { id });
  await page.reload();
  await page.getByRole('button', { name: 'Продолжить' }).click();
  for (let question = 2; question <= 7; question += 1) {
    await expect(page.getByText(`Вопрос ${String(question)} из`)).toBeVisible();
    await page.keyboard.press('2');
  }
  await page.getByRole('button', { name: 'Готово' }).click();
  await expect(page.getByRole('heading', { name: 'Кто сегодня работает?' })).toBeVisible();
  await signIn(page, PSYCHOLOGIST);
  const done = await ask<{ stage: string; results: { result: { scales: { raw: number }[] } }[] }>(page, 'assessments.get', { id });
  expect(done.stage).toBe('scored');
  expect(done.results[0]?.result.scales[0]?.raw).toBe(2 + 6 * 1);
});
