import { describe, expect, it } from 'vitest';
import { blockList, normalisePassword, whyNotPassword } from './password.rules';

describe('password rules', () => {
  it('knows more than 3,000 common spellings', () => {
    expect(blockList().size).toBeGreaterThanOrEqual(3000);
  });

  it.each([
    ['короткий1', 'PASSWORD.TOO_SHORT'],
    ['ж'.repeat(129), 'PASSWORD.TOO_LONG'],
    ['qwertyuiop123', 'PASSWORD.TOO_COMMON'],
    ['йцукенгшщзхъ', 'PASSWORD.TOO_COMMON'],
    ['1qaz2wsx3edc4rfv', 'PASSWORD.TOO_COMMON'],
    ['Password2024!', 'PASSWORD.TOO_COMMON'],
    ['P@ssw0rd1234', 'PASSWORD.TOO_COMMON'],
    ['gfhjkmgfhjkm', 'PASSWORD.TOO_COMMON'],
    ['парольпароль', 'PASSWORD.TOO_COMMON'],
    ['Наставник2026', 'PASSWORD.TOO_COMMON'],
    ['111111111111', 'PASSWORD.TOO_COMMON'],
    ['абабабабабаб', 'PASSWORD.TOO_COMMON'],
    ['            ', 'PASSWORD.TOO_COMMON'],
    ['привет-привет', 'PASSWORD.TOO_COMMON'],
    ['123456789012', 'PASSWORD.TOO_COMMON'],
  ])('refuses %s as %s', (password, problem) => {
    expect(whyNotPassword(password)).toBe(problem);
  });

  it.each([
    'четыре верблюда пьют кефир',
    'solnechnyj-zont-7',
    'ұзын құпия сөйлем',
    '😀 это тоже пароль 😀',
    'Xk4#vT!q9Lm2',
    'а'.repeat(1) + 'бвжщц'.repeat(3) + 'кот',
  ])('accepts %s', (password) => {
    expect(whyNotPassword(password)).toBeNull();
  });

  it('refuses the name of the organisation and of the user, also with a year behind', () => {
    const context = { names: ['Общественный фонд «Тёплый берег»', 'Сағынтаева Айсулу'] };
    expect(whyNotPassword('ТёплыйБерег2026', context)).toBe('PASSWORD.TOO_COMMON');
    expect(whyNotPassword('Сағынтаева-1990', context)).toBe('PASSWORD.TOO_COMMON');
    expect(whyNotPassword('Сағынтаева-1990')).toBeNull();
  });

  it('counts characters as a person sees them typed, after NFC', () => {
    expect(normalisePassword('и\u0306')).toBe('й');
    expect(whyNotPassword('и\u0306'.repeat(11))).toBe('PASSWORD.TOO_SHORT');
  });

  it('answers within milliseconds for the longest password', () => {
    blockList();
    const started = performance.now();
    whyNotPassword('qwerty1'.repeat(18));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
