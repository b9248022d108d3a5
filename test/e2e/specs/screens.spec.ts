import AxeBuilder from '@axe-core/playwright';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { HostProcess } from '../../support/host-process';
import { expect, test as base } from '../fixtures';

const root = resolve(import.meta.dirname, '../../..');
const PASSWORD = 'тихая река у дома 7';

interface Shared {
  demo: string;
}

/** The demonstration data, built once a worker by the same command that people use; every test works on a copy. */
const test = base.extend<object, Shared>({
  demo: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'tirek-screens-'));
      execFileSync(process.execPath, [join(root, 'test/config/run.mjs'), 'demo', '--build', join(folder, 'data')], { cwd: root, stdio: 'pipe' });
      await use(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  dataDir: async ({ demo }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-screen-'));
    cpSync(demo, join(folder, 'data'), { recursive: true });
    await use(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
});

async function ask<T>(page: Page, op: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([name, value]) =>
      (await (
        await fetch('/api', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ op: name, input: value }) })
      ).json()) as { ok: boolean; value: unknown; error?: unknown },
    [op, input] as const,
  );
  if (!answer.ok) throw new Error(`${op}: ${JSON.stringify(answer.error)}`);
  return answer.value as T;
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

const go = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = `#${hash}`;
  }, address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
};

/** Namespaced keys that no language had a sentence for, shown as they are: `errors.X`, `today.draft`, `nav`. */
const RAW_KEY =
  /\b(?:errors\.[A-Z]|(?:today|next|state|action|form|field|column|filter|table|timeline|gate|paper|rule|journal|right|permission)\.[a-zA-Z-]+)\b|^nav$/m;

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
      await signIn(page, name);
      await ask(page, 'settings.savePreferences', { language, idleMinutes: 30 });
      await page.reload();
      await expect(page.getByRole('navigation').first()).toBeVisible();
      for (const address of await addressesFor(page)) {
        await test.step(address, async () => {
          await go(page, address);
          const text = await page.locator('body').innerText();
          expect(text, `${address} shows a raw key`).not.toMatch(RAW_KEY);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${address} scrolls sideways`).toBe(true);
          if (language !== 'ru') return;
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
          expect(
            violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`),
            address,
          ).toEqual([]);
        });
      }
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
