import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures';

const root = resolve(import.meta.dirname, '../..');
const PASSWORD = 'тихая река у дома 7';

interface Shared {
  demo: string;
}

/** The demonstration data, built once a worker by the same command that people use; every test works on a copy. */
export const test = base.extend<object, Shared>({
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

export async function ask<T>(page: Page, op: string, input: unknown): Promise<T> {
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

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

export const go = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = `#${hash}`;
  }, address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
};

/** Namespaced keys that no language had a sentence for, shown as they are: `errors.X`, `today.draft`, `nav`. */
const RAW_KEY =
  /\b(?:errors\.[A-Z]|(?:today|next|state|action|form|field|column|filter|table|timeline|gate|paper|rule|journal|right|permission)\.[a-zA-Z-]+)\b|^nav$/m;

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What every screen owes: words in the person's language, nothing beyond the window's edge, and nothing that axe objects to. */
export async function mustBeInOrder(page: Page, address: string, withAxe: boolean): Promise<void> {
  await go(page, address);
  const text = await page.locator('body').innerText();
  expect(text, `${address} shows a raw key`).not.toMatch(RAW_KEY);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${address} scrolls sideways`).toBe(true);
  if (!withAxe) return;
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(
    violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`),
    address,
  ).toEqual([]);
}

/** Signs in and speaks the language from then on. */
export async function signInSpeaking(page: Page, name: string, language: 'ru' | 'kk' | 'en'): Promise<void> {
  await signIn(page, name);
  await ask(page, 'settings.savePreferences', { language, idleMinutes: 30 });
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

export { expect };
