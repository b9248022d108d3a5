import AxeBuilder from '@axe-core/playwright';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HostProcess } from '../../support/host-process';
import { ask, expect, go, mustBeInOrder, signIn, signInSpeaking, test } from '../demo';

async function addressesFor(page: Page): Promise<string[]> {
  const first = async (op: string, input: unknown): Promise<string> => (await ask<{ rows: { id: string }[] }>(page, op, input)).rows[0]?.id ?? '';
  const child = await first('children.list', { search: '' });
  const addresses = [
    '/',
    '/preferences',
    '/children',
    '/children/new',
    ...['overview', 'profile', 'preparation', 'wishes', 'papers', 'psychology'].map((tab) => `/children/${child}/${tab}`),
    `/children/${child}/edit`,
  ];
  const { permissions } = await ask<{ permissions: string[] }>(page, 'session.me', {});
  if (permissions.includes('mentor.read')) addresses.push('/candidates', '/candidates/new', `/candidates/${await first('candidates.list', {})}`);
  if (permissions.includes('pair.read')) addresses.push('/pairs', '/pairs/new', `/pairs/${await first('mentorships.list', {})}`);
  if (permissions.includes('document.read'))
    addresses.push(
      '/documents',
      `/documents/${await first('documents.list', {})}`,
      '/documents/register',
      '/documents/templates',
      '/documents/rules',
      '/documents/contracts/new',
    );
  if (permissions.includes('user.write'))
    addresses.push(
      '/administration/users',
      '/administration/users/new',
      '/administration/rights',
      '/administration/keys',
      '/administration/organisation',
      '/administration/institutions',
      '/administration/journal',
      '/administration/journal/check',
      '/administration/backup',
      '/administration/programmes',
    );
  return addresses;
}

for (const language of ['ru', 'kk', 'en'] as const) {
  for (const name of ['Анна Вебер', 'Ирина Соколова']) {
    test(`every screen of ${name} speaks ${language} and axe finds nothing`, async ({ page }) => {
      test.setTimeout(240_000);
      await signInSpeaking(page, name, language);
      for (const address of await addressesFor(page)) await test.step(address, () => mustBeInOrder(page, address, language === 'ru'));
    });
  }
}

test('in the dark the ink is still readable', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'Анна Вебер');
  for (const address of ['/', '/children', '/documents']) {
    await go(page, address);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2aa']).analyze();
    expect(
      violations.map((violation) => violation.id),
      address,
    ).toEqual([]);
  }
});

test('a locked program leaves no name in the page, its storage or its drafts', async ({ page }) => {
  await signIn(page, 'Анна Вебер');
  await go(page, '/children');
  await expect(page.getByText('Артём А.').first()).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Кто сегодня работает?' })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify({
      page: document.documentElement.outerHTML,
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases,
      caches: await caches.keys(),
    });
  });
  expect(kept).not.toContain('Артём');
  expect(kept).not.toContain('А-0002');
});

test('what is on the disk after a kill names nobody', async ({ page, host, dataDir, complaints }) => {
  await signIn(page, 'Анна Вебер');
  await go(page, '/children');
  await host.stop('SIGKILL');
  const names = ['Артём', 'Андреев', 'Воробей', 'Росток'];
  for (const file of ['records.db', 'records.db-wal', 'clinical.db', 'keyring.json', 'interface.json']) {
    const path = join(dataDir, file);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    for (const name of names) expect(bytes.includes(Buffer.from(name)), `${name} in ${file}`).toBe(false);
  }
  const again = await HostProcess.start(dataDir);
  await page.goto(again.launchUrl);
  await signIn(page, 'Анна Вебер');
  await go(page, '/children');
  await expect(page.getByText('Артём А.').first()).toBeVisible();
  await again.stop();
  // The page of the killed program complained that nobody answers: that is what a kill is.
  complaints.length = 0;
});

test('at twice the size the work goes on without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await signIn(page, 'Анна Вебер');
  for (const address of ['/', '/children', '/children/new']) {
    await go(page, address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
});
