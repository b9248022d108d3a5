import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '../../../shared/modules/assessments/result.model';
import { PaperKeeper } from './paper-keeper';

describe('answers typed from paper', () => {
  it('are sent in the order typed; what comes while a save is under way goes with the next', async () => {
    const sent: [string, Answers][] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const keeper = new PaperKeeper({ first: {}, second: null }, async (entry, answers) => {
      sent.push([entry, answers]);
      if (sent.length === 1) await gate;
    });
    keeper.put('first', { a: 1 });
    await vi.waitUntil(() => sent.length === 1);
    keeper.put('first', { b: 2 });
    keeper.put('first', { c: 3 });
    open();
    await keeper.flush();
    expect(sent).toEqual([
      ['first', { a: 1 }],
      ['first', { b: 2, c: 3 }],
    ]);
  });

  it('wait after a failure and go again, the newer answer winning', async () => {
    const sent: Answers[] = [];
    let down = true;
    const keeper = new PaperKeeper({ first: {}, second: null }, (_, answers) => {
      if (!down) {
        sent.push(answers);
        return Promise.resolve();
      }
      // Typed again while the save that fails is under way.
      keeper.put('first', { b: 2 });
      return Promise.reject(new Error('no'));
    });
    keeper.put('first', { a: 1, b: 1 });
    await expect(keeper.flush()).rejects.toThrow('no');
    expect(keeper.snapshot().failed).not.toBe(null);
    down = false;
    await keeper.flush();
    expect(sent).toEqual([{ a: 1, b: 2 }]);
    expect(keeper.snapshot()).toMatchObject({ failed: null, first: { a: 1, b: 2 } });
  });

  it('of the second entry never touch the first', async () => {
    const keeper = new PaperKeeper({ first: { a: 1 }, second: null }, () => Promise.resolve());
    keeper.put('second', { a: 2 });
    await keeper.flush();
    expect(keeper.snapshot()).toMatchObject({ first: { a: 1 }, second: { a: 2 } });
  });
});
