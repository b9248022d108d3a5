import { describe, expect, it } from 'vitest';
import { calibrate, derive, FLOOR, nativeHash, wasmHash } from './argon2';

const salt = Buffer.alloc(16, 5);

describe('Argon2id', () => {
  it('gives the same bytes natively and in WebAssembly', async () => {
    const password = Buffer.from('құпия сөз');
    expect((await nativeHash(password, salt, FLOOR)).equals(await wasmHash(password, salt, FLOOR))).toBe(true);
  });

  it.each([
    { ...FLOOR, memory: 63 },
    { ...FLOOR, passes: 2 },
    { ...FLOOR, lanes: 3 },
    { ...FLOOR, memory: 64.5 },
    { ...FLOOR, memory: 1_000_000 },
    { ...FLOOR, passes: Number.NaN },
  ])('refuses a cost below the floor or absurdly high: %j', async (cost) => {
    await expect(derive('пароль', salt, cost)).rejects.toThrow('KDF.REFUSED');
  });

  it('refuses a short salt', async () => {
    await expect(derive('пароль', Buffer.alloc(15), FLOOR)).rejects.toThrow('KDF.REFUSED');
  });

  it('reads й typed in one piece and in two as the same password', async () => {
    expect((await derive('мой', salt, FLOOR)).equals(await derive('мои\u0306', salt, FLOOR))).toBe(true);
  });
});

describe('calibration', () => {
  const pc = (msAt64: number) => (cost: { memory: number }) => Promise.resolve((msAt64 * cost.memory) / 64);

  it.each([
    [120, 256],
    [300, 128],
    [490, 128],
    [600, 64],
    [4000, 64],
  ])('a PC that needs %i ms at the floor gets %i MiB', async (msAt64, memory) => {
    expect(await calibrate(pc(msAt64))).toEqual({ ...FLOOR, memory });
  });
});
