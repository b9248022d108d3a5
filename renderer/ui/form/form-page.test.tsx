import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { WireError as WireErrorData } from '../../../shared/kernel/errors';
import { startTexts } from '../../lib/i18n';
import { WireError } from '../../lib/wire-error';
import { FormPage } from './form-page';
import { FormSection } from './form-contents';
import { TextField } from './text-fields';
import { useAppForm } from './use-app-form';

const settings = vi.hoisted(() => ({ saveDraft: vi.fn(), readDraft: vi.fn(), discardDraft: vi.fn() }));
vi.mock('../../lib/client', () => ({ api: { settings } }));

const Person = z.object({ given: z.string().trim().min(1), surname: z.string().max(10), group: z.string() });
type Person = z.infer<typeof Person>;
const stored: Person = { given: 'Жанель', surname: 'Ахметова', group: '4 «А»' };

function Screen({ onSave, onDone, values }: { onSave: (values: Person, base: Person) => Promise<unknown>; onDone: () => void; values: Person }) {
  const form = useAppForm(Person, values);
  return (
    <FormPage
      form={form}
      title="Карта"
      sections={[{ id: 'who', title: 'Кто', fields: ['given', 'surname'] }]}
      draftKey="people/1"
      onSave={onSave}
      onDone={onDone}
      onCancel={() => undefined}
      fieldLabel={(field) => ({ group: 'Группа', surname: 'Фамилия' })[field] ?? field}
    >
      <FormSection id="who" title="Кто">
        <TextField name="given" label="Имя" />
        <TextField name="surname" label="Фамилия" />
        <TextField name="group" label="Группа" />
      </FormSection>
    </FormPage>
  );
}

function open(onSave: (values: Person, base: Person) => Promise<unknown>, values = stored) {
  const onDone = vi.fn();
  const router = createMemoryRouter([{ path: '/', element: <Screen onSave={onSave} onDone={onDone} values={values} /> }]);
  render(<RouterProvider router={router} />);
  return { onDone };
}

const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });
const write = (name: string, value: string): void => {
  fireEvent.change(field(name), { target: { value } });
};
const pressSave = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
};
const refused = (wire: Omit<WireErrorData, 'code'> & { code?: string }) => new WireError({ code: 'INPUT.INVALID', ...wire });

beforeAll(() => {
  startTexts('ru');
});
beforeEach(() => {
  settings.readDraft.mockResolvedValue(null);
  settings.saveDraft.mockResolvedValue({ updatedAt: '2025-11-20T10:00:00.000Z' });
  settings.discardDraft.mockResolvedValue({});
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('a form', () => {
  it('says at the field, in words, why it is not saved, and keeps what was typed', async () => {
    const save = vi.fn().mockResolvedValue(undefined);
    open(save);
    write('Имя', '');
    write('Фамилия', 'Ахметова-Сейтказиева');
    pressSave();
    expect(await screen.findByText('Заполните это поле')).toBeTruthy();
    expect(screen.getByText('Слишком длинно: можно до 10 знаков')).toBeTruthy();
    expect(field('Имя').getAttribute('aria-invalid')).toBe('true');
    expect(field('Фамилия').value).toBe('Ахметова-Сейтказиева');
    expect(screen.getByText('2 поля просят внимания')).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
  });

  it("puts the program's own refusal at the field that it names", async () => {
    const { onDone } = open(() =>
      Promise.reject(refused({ kind: 'invalid', fields: [{ path: 'changes.surname.to', code: 'TEXT.HIDDEN_CHARACTER' }] })),
    );
    write('Фамилия', 'Ким');
    pressSave();
    const help = await screen.findByText('В тексте есть невидимый знак. Наберите это место заново');
    expect(field('Фамилия').getAttribute('aria-describedby')).toBe(help.closest('p')?.id);
    expect(onDone).not.toHaveBeenCalled();
  });

  it('cannot be saved twice by a second press', async () => {
    let finish = (): void => undefined;
    const save = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const { onDone } = open(save);
    write('Имя', 'Алия');
    fireEvent.keyDown(window, { code: 'KeyS', ctrlKey: true });
    fireEvent.keyDown(window, { code: 'KeyS', ctrlKey: true });
    await waitFor(() => {
      expect(save).toHaveBeenCalled();
    });
    fireEvent.keyDown(window, { code: 'KeyS', ctrlKey: true });
    await act(async () => {
      finish();
      await Promise.resolve();
    });
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledTimes(1);
    });
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('brings a half-written draft back and throws it away on request', async () => {
    settings.readDraft.mockResolvedValue({
      formKey: 'people/1',
      data: JSON.stringify({ ...stored, given: 'Жан' }),
      updatedAt: '2025-11-20T10:00:00.000Z',
    });
    open(() => Promise.resolve());
    await screen.findByText(/^Вернули недописанное/);
    expect(field('Имя').value).toBe('Жан');
    fireEvent.click(screen.getByRole('button', { name: 'Начать заново' }));
    await waitFor(() => {
      expect(field('Имя').value).toBe('Жанель');
    });
    expect(settings.discardDraft).toHaveBeenCalledWith({ formKey: 'people/1' });
  });
});

describe('two people edit one record', () => {
  const conflicts = [
    { field: 'group', base: '4 «А»', theirs: '5 «А»', mine: '4 «Б»' },
    { field: 'surname', base: 'Ахметова', theirs: 'Ахмет', mine: 'Ахметкызы' },
  ];

  it('nothing is saved until each field has a choice; the choice is saved against what the colleague wrote', async () => {
    const save = vi
      .fn<(values: Person, base: Person) => Promise<unknown>>()
      .mockRejectedValueOnce(refused({ kind: 'conflict', code: 'RECORD.CHANGED_MEANWHILE', conflicts }))
      .mockResolvedValueOnce(undefined);
    const { onDone } = open(save);
    write('Группа', '4 «Б»');
    write('Фамилия', 'Ахметкызы');
    pressSave();
    const groups = await screen.findAllByRole('radiogroup');
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual(['Группа', 'Фамилия']);
    const apply = screen.getByRole('button', { name: 'Сохранить выбранное' });
    expect(apply).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('radio', { name: 'У коллеги 5 «А»' }));
    expect(apply).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('radio', { name: 'У вас Ахметкызы' }));
    fireEvent.click(apply);
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledTimes(1);
    });
    const [values, base] = save.mock.calls[1] ?? [];
    expect(values).toEqual({ given: 'Жанель', surname: 'Ахметкызы', group: '5 «А»' });
    expect(base).toEqual({ given: 'Жанель', surname: 'Ахмет', group: '5 «А»' });
  });
});
