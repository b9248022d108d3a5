import { existsSync } from 'node:fs';
import { HostProcess } from '../../support/host-process';
import { expect, test } from '../fixtures';

test('the page comes up under its policy, with nothing fetched from elsewhere', async ({ page, host }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(host.address) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  await page.reload();
  await expect(page.getByRole('main').or(page.getByRole('heading')).first()).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(foreign).toEqual([]);
});

test('the page cannot run text as code, open a frame or reach another address', async ({ page, complaints }) => {
  const outcomes = await page.evaluate(async () => {
    const tryFetch = await fetch('http://127.0.0.1:9/').then(
      () => 'reached',
      () => 'refused',
    );
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>inside</p>';
    document.body.append(frame);
    const script = document.createElement('script');
    script.textContent = 'window.__ran = true';
    document.body.append(script);
    return { tryFetch, ran: '__ran' in window };
  });
  expect(outcomes).toEqual({ tryFetch: 'refused', ran: false });
  // These complaints are the refusals that the test asked for.
  complaints.length = 0;
});

test('scripts cannot see the cookie that carries the session', async ({ page }) => {
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('an address that was used once does not open a second window', async ({ page, browser, host }) => {
  await expect(page.locator('body')).toBeVisible();
  const stranger = await browser.newPage();
  const answer = await stranger.goto(host.launchUrl);
  expect(answer?.status()).toBe(403);
  await stranger.close();
});

test('the program stops cleanly when told to, and starts again on the same folder', async ({ dataDir }) => {
  const first = await HostProcess.start(dataDir);
  expect(await first.stop()).toBe(0);
  const second = await HostProcess.start(dataDir);
  expect(second.complaints).toBe('');
  expect(await second.stop()).toBe(0);
  expect(existsSync(dataDir)).toBe(true);
});
