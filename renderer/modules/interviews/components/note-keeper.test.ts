import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldConflict } from '../../../../shared/kernel/errors';
import type { PlainDate } from '../../../../shared/kernel/plain-date';
import { rebased, withPlace } from '../../../../shared/modules/interviews/interview.changes';
import { emptyFields, type InterviewContent } from '../../../../shared/modules/interviews/interview.model';
import type { InterviewChanges } from '../../../../shared/modules/interviews/interviews.contract';
import { WireError } from '../../../lib/wire-error';
import { NoteKeeper, type NotePort } from './note-keeper';

const start = (): InterviewContent => ({ fields: emptyFields('2026-11-20' as PlainDate, 'ru'), answers: {}, quotes: [] });

/** A vault that merges as the program does: a place is taken when the window knew what it holds. */
class Vault {
  content = start();
  aside: FieldConflict[] = [];
  down = false;
  saves = 0;

  port(): NotePort {
    return {
      save: (changes) => {
        this.saves += 1;
        if (this.down) return Promise.reject(new WireError({ kind: 'unexpected', code: 'TRANSPORT.FAILED' }));
        const conflicts = this.conflicts(changes);
        if (conflicts.length > 0) return Promise.reject(new WireError({ kind: 'conflict', code: 'RECORD.CHANGED_MEANWHILE', conflicts }));
        for (const [field, change] of Object.entries(changes.changes)) if (change) this.content = withPlace(this.content, field, change.to);
        return Promise.resolve({ header: { updatedAt: 'now' }, content: structuredClone(this.content) } as never);
      },
      keepAside: (conflicts) => {
        this.aside = conflicts;
        return Promise.resolve();
      },
    };
  }

  private conflicts({ changes }: InterviewChanges): FieldConflict[] {
    return Object.entries(changes).flatMap(([field, change]) => {
      const theirs = this.content.fields[field as never] as unknown;
      return change && theirs !== change.from ? [{ field, base: change.from, theirs, mine: change.to }] : [];
    });
  }
}

let vault: Vault;
const windowOn = (content = vault.content) => new NoteKeeper(structuredClone(content), vault.port());
beforeEach(() => {
  vi.useFakeTimers();
  vault = new Vault();
});
afterEach(() => {
  vi.useRealTimers();
});

it('typing is saved by itself after a pause, once for all of it', async () => {
  const keeper = windowOn();
  for (const text of ['с', 'сп', 'спокоен']) keeper.set('impression', text);
  await vi.runAllTimersAsync();
  expect(vault.content.fields.impression).toBe('спокоен');
  expect(vault.saves).toBe(1);
  expect(keeper.snapshot().savedAt).toBe('now');
});

it('what was typed while a save was under way is neither lost nor overwritten by its answer', async () => {
  const keeper = windowOn();
  keeper.set('impression', 'первое');
  const saving = keeper.flush();
  keeper.set('impression', 'первое и второе');
  await saving;
  expect(keeper.snapshot().content.fields.impression).toBe('первое и второе');
  await vi.runAllTimersAsync();
  expect(vault.content.fields.impression).toBe('первое и второе');
});

it('a save that failed says so, keeps the text and is tried again', async () => {
  const keeper = windowOn();
  vault.down = true;
  keeper.set('grounds', 'опора');
  await expect(keeper.flush()).rejects.toThrow();
  expect(keeper.snapshot()).toMatchObject({ content: { fields: { grounds: 'опора' } } });
  expect(keeper.snapshot().failed).not.toBeNull();
  vault.down = false;
  await vi.runAllTimersAsync();
  expect(vault.content.fields.grounds).toBe('опора');
  expect(keeper.snapshot().failed).toBeNull();
});

describe('one place written in two windows', () => {
  const clash = async () => {
    const keeper = windowOn();
    vault.content = withPlace(vault.content, 'summary', 'их');
    keeper.set('summary', 'моё');
    keeper.set('grounds', 'тоже моё');
    await vi.runAllTimersAsync();
    return keeper;
  };

  it('waits for a choice with both texts, while every other place is saved', async () => {
    const keeper = await clash();
    expect(keeper.snapshot().conflicts).toEqual([{ field: 'summary', base: '', theirs: 'их', mine: 'моё' }]);
    expect(keeper.snapshot().content.fields.summary).toBe('моё');
    expect(vault.content.fields).toMatchObject({ summary: 'их', grounds: 'тоже моё' });
    expect(vault.aside).toHaveLength(1);
  });

  it.each([
    ['mine', 'моё'],
    ['theirs', 'их'],
  ] as const)('becomes %s by choice, and nothing waits any longer', async (choice, text) => {
    const keeper = await clash();
    keeper.settle({ summary: choice });
    await vi.runAllTimersAsync();
    expect(vault.content.fields.summary).toBe(text);
    expect(keeper.snapshot()).toMatchObject({ conflicts: [], content: { fields: { summary: text } } });
    expect(vault.aside).toEqual([]);
  });

  it('still waits in a window that is opened after the first was closed', async () => {
    await clash();
    const later = windowOn();
    later.restore(vault.aside);
    expect(later.snapshot().content.fields.summary).toBe('моё');
    later.settle({ summary: 'mine' });
    await vi.runAllTimersAsync();
    expect(vault.content.fields.summary).toBe('моё');
  });
});

it('what another window saved elsewhere comes in under what is being typed here', () => {
  const keeper = windowOn();
  keeper.set('impression', 'моё');
  keeper.adopt(rebased(start(), withPlace(start(), 'grounds', 'их'), start()));
  expect(keeper.snapshot().content.fields).toMatchObject({ impression: 'моё', grounds: 'их' });
});
