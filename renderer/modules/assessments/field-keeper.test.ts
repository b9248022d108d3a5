import { describe, expect, it } from 'vitest';
import { WireError } from '../../lib/wire-error';
import { FieldKeeper, type Changes } from './field-keeper';

interface Note {
  seen: string;
  said: string;
  list: string[];
}

const clean = (note: Note): Note => ({ ...note, list: note.list.filter((one) => one !== '') });

function vault(start: Note) {
  const held = { now: start, saves: [] as Changes<Note>[], aside: [] as unknown[] };
  const keeper = new FieldKeeper<Note>(start, {
    ready: clean,
    keepAside: (conflicts) => Promise.resolve((held.aside = conflicts)),
    save: (changes) => {
      held.saves.push(changes);
      const conflicts = Object.entries(changes).flatMap(([field, { from, to }]) => {
        const theirs = held.now[field as keyof Note];
        return JSON.stringify(theirs) === JSON.stringify(from) ? [] : [{ field, base: from, theirs, mine: to }];
      });
      if (conflicts.length > 0) return Promise.reject(new WireError({ kind: 'conflict', code: 'RECORD.CHANGED_MEANWHILE', conflicts }));
      for (const [field, { to }] of Object.entries(changes)) held.now = { ...held.now, [field]: to };
      return Promise.resolve({ fields: held.now, at: '2026-11-20T10:00:00Z' });
    },
  });
  return { held, keeper };
}

const empty: Note = { seen: '', said: '', list: [] };

describe('a draft that saves itself', () => {
  it('sends what changed, from what it knew', async () => {
    const { held, keeper } = vault(empty);
    keeper.set('seen', 'дом');
    await keeper.flush();
    expect(held.saves).toEqual([{ seen: { from: '', to: 'дом' } }]);
  });

  it('takes in what another window wrote elsewhere', async () => {
    const { held, keeper } = vault(empty);
    held.now = { ...held.now, said: 'их слова' };
    keeper.set('seen', 'дом');
    await keeper.flush();
    expect(keeper.snapshot().fields).toMatchObject({ seen: 'дом', said: 'их слова' });
  });

  it('holds back a field that both wrote, saves the rest, and writes the choice', async () => {
    const { held, keeper } = vault(empty);
    held.now = { ...held.now, seen: 'у них' };
    keeper.set('seen', 'у меня');
    keeper.set('said', 'слова');
    await keeper.flush();
    expect(keeper.snapshot().conflicts).toMatchObject([{ field: 'seen', theirs: 'у них', mine: 'у меня' }]);
    expect(held.now).toMatchObject({ seen: 'у них', said: 'слова' });
    expect(held.aside).toHaveLength(1);
    keeper.settle({ seen: 'mine' });
    await keeper.flush();
    expect(held.now.seen).toBe('у меня');
    expect(held.aside).toEqual([]);
  });

  it('never takes over a field that is being changed here when it is asked again', async () => {
    const { held, keeper } = vault(empty);
    held.now = { ...held.now, seen: 'у них' };
    keeper.set('seen', 'у меня');
    keeper.adopt(held.now);
    expect(keeper.snapshot().fields.seen).toBe('у меня');
    await keeper.flush();
    expect(held.now.seen).toBe('у них');
  });

  it('keeps an unfinished part in the window', async () => {
    const { held, keeper } = vault(empty);
    keeper.set('list', ['', 'одна']);
    await keeper.flush();
    expect(held.now.list).toEqual(['одна']);
    expect(keeper.snapshot().fields.list).toEqual(['', 'одна']);
  });
});
