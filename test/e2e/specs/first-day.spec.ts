import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Response } from '@playwright/test';
import { expect, test } from '../fixtures';

const PASSWORD = 'тихая река у дома 7';
const NAME = 'Ерлан Касымов';

/** The key as the director reads it: from the printed page, by a PDF reader that is not ours. */
async function groupsOnPaper(answer: Response): Promise<string[]> {
  const { value } = (await answer.json()) as { value: { pdf: string } };
  const folder = mkdtempSync(join(tmpdir(), 'tirek-sheet-'));
  const file = join(folder, 'sheet.pdf');
  writeFileSync(file, Buffer.from(value.pdf, 'base64'));
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return text.match(/\b[A-Z2-9]{4}\b/g)?.slice(0, 14) ?? [];
}

const sheetAnswer = (page: Page): Promise<Response> =>
  page.waitForResponse((response) => response.url().endsWith('/api') && (response.request().postData() ?? '').includes('recoverySheet'));
const next = (page: Page) => page.getByRole('button', { name: 'Продолжить' });

async function setUp(page: Page): Promise<void> {
  await test.step('language, organisation and rules', async () => {
    await next(page).click();
    await page.getByRole('textbox', { name: 'Название по-русски' }).fill('Фонд «Тірек»');
    await next(page).click();
    await page.getByRole('textbox', { name: 'Название программы' }).fill('Наставник рядом');
    await page.getByRole('radio', { name: 'Казахстан' }).check();
    await next(page).click();
  });
  await test.step('the first administrator chooses a password', async () => {
    await page.getByRole('textbox', { name: 'Имя и фамилия' }).fill(NAME);
    const passwords = page.locator('input[type=password]');
    await passwords.nth(0).fill(PASSWORD);
    await passwords.nth(1).fill(PASSWORD);
    await next(page).click();
  });
  await test.step('the key goes to paper and is typed back from it', async () => {
    const answer = sheetAnswer(page);
    await page.getByRole('button', { name: /лист/i }).first().click();
    const groups = await groupsOnPaper(await answer);
    expect(groups).toHaveLength(14);
    await page.getByRole('dialog').getByRole('button', { name: 'Напечатано, дальше' }).last().click();
    const cells = page.locator('form input');
    await expect(cells).toHaveCount(4);
    for (const cell of await cells.all()) {
      const index = Number(/\d+/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0]);
      await cell.fill((groups[index - 1] ?? '').toLowerCase());
    }
    await page.keyboard.press('Enter');
    await expect(next(page)).toBeEnabled();
  });
  await next(page).click();
  await next(page).click();
  await page.getByRole('button', { name: 'Начать работу' }).click();
  await expect(page.getByRole('heading', { name: 'Сегодня', level: 1 })).toBeVisible();
}

test('from an empty folder to the first child, with nothing lost by a lock', async ({ page }) => {
  await setUp(page);

  await test.step('a house is entered', async () => {
    await page.evaluate(async () => {
      const fields = {
        nameRu: 'Детский дом «Шаңырақ»',
        nameKk: '«Шаңырақ» балалар үйі',
        shortName: 'Шаңырақ',
        jurisdiction: 'kz',
        registrationNumber: '',
        addressRu: '',
        addressKk: '',
        placeRu: 'г. Алматы',
        placeKk: 'Алматы қ.',
        phone: '',
        headName: '',
        headNameGenitive: '',
        headPostRu: '',
        headPostKk: '',
        headBasisRu: '',
        headBasisKk: '',
        authorityId: null,
        closed: false,
      };
      const answer = await fetch('/api', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ op: 'institutions.save', input: { id: crypto.randomUUID(), version: 0, fields } }),
      });
      if (!((await answer.json()) as { ok: boolean }).ok) throw new Error('the house was refused');
    });
  });

  await test.step('an administrator is offered no way to a child’s record that is not theirs to write', async () => {
    await page.getByRole('link', { name: 'Дети' }).first().click();
    await expect(page.getByRole('heading', { name: 'Дети', level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Добавить ребёнка' })).toHaveCount(0);
  });

  await test.step('the administrator takes the coordinator’s duties too, and the very next request knows', async () => {
    await page.evaluate(async () => {
      const ask = async (op: string, input: unknown) =>
        (
          (await (
            await fetch('/api', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ op, input }) })
          ).json()) as { value: Record<string, unknown>[] }
        ).value;
      const [me] = await ask('users.list', {});
      const { id, version, name, post, institutionIds, childIds, language, idleMinutes } = me ?? {};
      await ask('users.update', {
        id,
        version,
        duties: { name, post, institutionIds, childIds, language, idleMinutes, roles: ['administrator', 'coordinator'] },
      });
    });
    await page.reload();
    await page.getByRole('link', { name: 'Дети' }).first().click();
    await page.getByRole('link', { name: 'Добавить ребёнка' }).first().click();
  });

  await test.step('a half-written card survives the lock', async () => {
    await page.getByRole('textbox', { name: 'Фамилия', exact: true }).fill('Сарсенова');
    await page.getByRole('textbox', { name: 'Имя', exact: true }).fill('Айгерим');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { name: 'Кто сегодня работает?' })).toBeVisible();
    expect(await page.content()).not.toContain('Сарсенова');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.locator('input[type=password]').press('Enter');
    await expect(page.getByRole('textbox', { name: 'Фамилия', exact: true })).toHaveValue('Сарсенова');
  });

  await test.step('what is wrong is said at its field and nothing typed is lost', async () => {
    await page.getByRole('textbox', { name: 'Дата рождения' }).fill('31.02.2014');
    await page.getByRole('button', { name: 'Завести карту' }).click();
    await expect(page.getByRole('textbox', { name: 'Имя', exact: true })).toHaveValue('Айгерим');
    await expect(page.getByRole('textbox', { name: 'Дата рождения' })).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('the card is made, found under another spelling and opened by keyboard', async () => {
    await page.getByRole('textbox', { name: 'Дата рождения' }).fill('03.03.2014');
    await page.getByRole('combobox', { name: 'Дом', exact: true }).click();
    await page.getByRole('option', { name: /Шаңырақ/ }).click();
    await page.getByRole('combobox', { name: 'Программа' }).click();
    await page.getByRole('option', { name: 'Наставник рядом' }).click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 1, name: 'Айгерим Сарсенова' })).toBeVisible();
    await page.getByRole('link', { name: 'Дети' }).first().click();
    await page.getByRole('searchbox').fill('Сәрсенов');
    const row = page.getByRole('row').filter({ hasText: 'Айгерим С.' });
    await expect(row).toBeVisible();
    await row.getByRole('gridcell').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Айгерим Сарсенова' })).toBeVisible();
  });
});

test('a wrong password answers like an unknown name and makes one wait', async ({ page }) => {
  await setUp(page);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Кто сегодня работает?' })).toBeVisible();
  await page.locator('input[type=password]').fill('совсем не тот пароль');
  await page.locator('input[type=password]').press('Enter');
  await expect(page.getByText(/Пароль не подошёл/)).toBeVisible();
});
