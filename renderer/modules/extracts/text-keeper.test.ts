import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { WireError } from '../../lib/wire-error';
import { TextKeeper, type Keeping } from './text-keeper';

interface Fields extends Record<string, unknown> {
  text: string;
  note: string;
  until: string | null;
}

const asked = vi.hoisted(() => vi.fn<(op: string, input: unknown) => Promise<unknown>>());
vi.mock('../../lib/client', () => ({ call: asked }));

const stored: Fields = { text: 'было', note: '', until: null };
const shape = { text: z.string(), note: z.string(), until: z.iso.date().nullable() };

function desk(send: (changes: object) => Promise<{ header: { updatedAt: string }; fields: Fields }>) {
  const values: Fields = { ...stored };
  const form = {
    getValues: () => values,
    setValue: (field: string, value: unknown) => Object.assign(values, { [field]: value }),
    subscribe: () => () => undefined,
  };
  let keeping: Keeping = { savedAt: null, failed: null, conflicts: [] };
  const keeper = new TextKeeper<Fields>({
    id: 'one',
    form: form as never,
    shape,
    stored,
    send,
    onSaved: () => undefined,
    onChange: (next) => {
      keeping = next;
    },
  });
  return { keeper, values, keeping: () => keeping };
}

const saved = (fields: Fields) => ({ header: { updatedAt: '2026-11-22T08:00:00Z' }, fields });
const clash = new WireError({
  kind: 'conflict',
  code: 'RECORD.CHANGED_MEANWHILE',
  conflicts: [{ field: 'text', base: 'было', theirs: 'их', mine: 'моё' }],
});

beforeEach(() => {
  asked.mockReset().mockResolvedValue(null);
});

describe('a draft that keeps itself', () => {
  it('sends only the fields that differ, each with what it was', async () => {
    const send = vi.fn(() => Promise.resolve(saved({ ...stored, text: 'стало' })));
    const { keeper, values } = desk(send);
    values.text = 'стало';
    await keeper.flush();
    expect(send).toHaveBeenCalledExactlyOnceWith({ text: { from: 'было', to: 'стало' } });
    expect(keeper.unsaved()).toBe(false);
  });

  it('keeps the other fields while a date is half typed, and says that something is unsaved', async () => {
    const send = vi.fn(() => Promise.resolve(saved({ ...stored, text: 'стало' })));
    const { keeper, values } = desk(send);
    Object.assign(values, { text: 'стало', until: '12.1' });
    await keeper.flush();
    expect(send).toHaveBeenCalledExactlyOnceWith({ text: { from: 'было', to: 'стало' } });
    expect(keeper.unsaved()).toBe(true);
  });

  it('lets in what another window wrote elsewhere, but never over what is being typed', async () => {
    const record = { ...stored, note: 'из другого окна' };
    const seen: unknown[] = [];
    const { keeper, values } = desk((changes) => {
      seen.push(changes);
      for (const [field, { to }] of Object.entries(changes as Record<string, { to: unknown }>)) Object.assign(record, { [field]: to });
      // The hand goes on typing while the first save is under way.
      if (seen.length === 1) values.text = 'стало, и ещё';
      return Promise.resolve(saved({ ...record }));
    });
    values.text = 'стало';
    await keeper.flush();
    expect(values).toEqual({ text: 'стало, и ещё', note: 'из другого окна', until: null });
    expect(seen).toEqual([{ text: { from: 'было', to: 'стало' } }, { text: { from: 'стало', to: 'стало, и ещё' } }]);
  });

  it('holds a field that two windows wrote, keeps mine in the sealed drafts, and sends it against theirs once chosen', async () => {
    const send = vi
      .fn<(changes: object) => Promise<ReturnType<typeof saved>>>()
      .mockRejectedValueOnce(clash)
      .mockResolvedValue(saved({ ...stored, text: 'моё' }));
    const { keeper, values, keeping } = desk(send);
    values.text = 'моё';
    await keeper.flush();
    expect(keeping().conflicts).toHaveLength(1);
    expect(asked).toHaveBeenCalledWith('clinical.saveDraft', expect.objectContaining({ formKey: 'clinical/text-conflicts/one' }));
    keeper.settle({ text: 'mine' });
    await keeper.flush();
    expect(send).toHaveBeenLastCalledWith({ text: { from: 'их', to: 'моё' } });
    expect(asked).toHaveBeenLastCalledWith('clinical.discardDraft', { formKey: 'clinical/text-conflicts/one' });
  });

  it('takes theirs when theirs is chosen, and sends nothing more', async () => {
    const send = vi.fn<(changes: object) => Promise<ReturnType<typeof saved>>>().mockRejectedValueOnce(clash);
    const { keeper, values } = desk(send);
    values.text = 'моё';
    await keeper.flush();
    keeper.settle({ text: 'theirs' });
    await keeper.flush();
    expect(values.text).toBe('их');
    expect(send).toHaveBeenCalledOnce();
  });
});
