import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startTexts } from '../../lib/i18n';
import { WireError } from '../../lib/wire-error';
import { PlainDate } from '../../../shared/kernel/plain-date';
import { DateField } from './date-field';
import { FormDialog } from './form-dialog';
import { TextField } from './text-fields';
import { useAppForm } from './use-app-form';
import { changesOf } from './use-submit';

const Schema = z.object({ name: z.string().trim().min(2).max(5), group: z.string(), birthDate: PlainDate });
type Values = z.input<typeof Schema>;
type Saved = { values: z.output<typeof Schema>; base: Values };

function Probe({ onSave, start = {} }: { onSave: (saved: Saved) => Promise<unknown>; start?: Partial<Values> }) {
  const form = useAppForm(Schema, { name: 'Алия', group: '6 «А»', birthDate: '2014-06-05', ...start });
  return (
    <FormDialog
      open
      form={form}
      title="Карта"
      saveLabel="Сохранить"
      onClose={() => undefined}
      onSave={(values, base) => onSave({ values, base })}
      fieldLabel={(field) => (field === 'name' ? 'Имя' : field)}
    >
      <TextField name="name" label="Имя" />
      <TextField name="group" label="Группа" />
      <DateField name="birthDate" label="Дата рождения" />
    </FormDialog>
  );
}

const save = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
};
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => {
  fireEvent.change(field(name), { target: { value } });
};

beforeAll(() => {
  startTexts('ru');
});
afterEach(cleanup);

describe('a form', () => {
  it('says at the field, in words, what is wrong, and sends nothing', async () => {
    const onSave = vi.fn().mockResolvedValue(undefined);
    render(<Probe onSave={onSave} />);
    type('Имя', '');
    save();
    await screen.findByText('Заполните это поле');
    expect(field('Имя').getAttribute('aria-invalid')).toBe('true');
    type('Имя', 'Александра');
    await screen.findByText('Слишком длинно: можно до 5 знаков');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('takes a date as people type it and refuses one that is not in the calendar', async () => {
    const onSave = vi.fn().mockResolvedValue(undefined);
    render(<Probe onSave={onSave} />);
    expect(field('Дата рождения').value).toBe('05.06.2014');
    type('Дата рождения', '31.02.2014');
    save();
    await screen.findByText(/Такой даты нет/);
    type('Дата рождения', '1.3.2014');
    save();
    await waitFor(() => {
      expect(onSave).toHaveBeenCalledOnce();
    });
    expect((onSave.mock.calls[0]?.[0] as Saved).values.birthDate).toBe('2014-03-01');
  });

  it('puts an error of the program under the field that it names', async () => {
    const onSave = vi
      .fn()
      .mockRejectedValue(
        new WireError({ kind: 'invalid', code: 'INPUT.INVALID', fields: [{ path: 'changes.name.to', code: 'TEXT.HIDDEN_CHARACTER' }] }),
      );
    render(<Probe onSave={onSave} />);
    save();
    await screen.findByText(/невидимый знак/);
    expect(field('Имя').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('saves once, however often the button is pressed', async () => {
    let finish: () => void = () => undefined;
    const onSave = vi.fn(
      () =>
        new Promise<void>((done) => {
          finish = done;
        }),
    );
    render(<Probe onSave={onSave} />);
    save();
    fireEvent.submit(field('Имя').closest('form') as HTMLFormElement);
    fireEvent.submit(field('Имя').closest('form') as HTMLFormElement);
    await waitFor(() => {
      expect(onSave).toHaveBeenCalledOnce();
    });
    finish();
    await screen.findByRole('button', { name: 'Сохранить' });
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('two people edit the same field', () => {
  const clash = new WireError({
    kind: 'conflict',
    code: 'RECORD.CHANGED_MEANWHILE',
    conflicts: [{ field: 'name', base: 'Алия', theirs: 'Алина', mine: 'Айша' }],
  });

  it('shows what was, theirs and mine, and after "mine" saves against what the colleague wrote', async () => {
    const onSave = vi.fn<(saved: Saved) => Promise<unknown>>().mockRejectedValueOnce(clash).mockResolvedValue(undefined);
    render(<Probe onSave={onSave} />);
    type('Имя', 'Айша');
    save();
    await screen.findByText('Пока вы писали, коллега сохранил то же самое');
    for (const shown of ['Алия', 'Алина', 'Айша']) expect(screen.getByText(shown)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Сохранить выбранное' }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /У вас/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Сохранить выбранное' }));
    await waitFor(() => {
      expect(onSave).toHaveBeenCalledTimes(2);
    });
    const second = onSave.mock.calls[1]?.[0] as Saved;
    expect(changesOf(second.base, second.values)).toEqual({ name: { from: 'Алина', to: 'Айша' } });
  });

  it('after "theirs" nothing of that field is sent any more', async () => {
    const onSave = vi.fn<(saved: Saved) => Promise<unknown>>().mockRejectedValueOnce(clash).mockResolvedValue(undefined);
    render(<Probe onSave={onSave} />);
    type('Имя', 'Айша');
    save();
    fireEvent.click(await screen.findByRole('radio', { name: /У коллеги/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Сохранить выбранное' }));
    await waitFor(() => {
      expect(onSave).toHaveBeenCalledTimes(2);
    });
    const second = onSave.mock.calls[1]?.[0] as Saved;
    expect(changesOf(second.base, second.values)).toEqual({});
    expect(field('Имя').value).toBe('Алина');
  });
});
