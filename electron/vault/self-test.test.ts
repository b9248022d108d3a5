import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Crypto from './crypto';

describe('start-up self-test', () => {
  afterEach(() => {
    vi.doUnmock('./argon2');
    vi.doUnmock('./crypto');
    vi.resetModules();
  });

  it('passes on this machine', async () => {
    const { runCryptoSelfTest } = await import('./self-test');
    await expect(runCryptoSelfTest()).resolves.toBeUndefined();
  });

  it('stops the program when Argon2id answers something else', async () => {
    vi.doMock('./argon2', async (original) => ({ ...(await original<object>()), derive: () => Promise.resolve(Buffer.alloc(32)) }));
    const { runCryptoSelfTest } = await import('./self-test');
    await expect(runCryptoSelfTest()).rejects.toThrow('CRYPTO.SELF_TEST');
  });

  it.each(['sha256', 'hmac', 'agree', 'publicOf', 'signWith'])('stops the program when %s answers something else', async (name) => {
    vi.doMock('./crypto', async (original) => ({ ...(await original<object>()), [name]: () => Buffer.alloc(32) }));
    const { runCryptoSelfTest } = await import('./self-test');
    await expect(runCryptoSelfTest()).rejects.toThrow('CRYPTO.SELF_TEST');
  });

  it('stops the program when a box opens with a changed byte', async () => {
    vi.doMock('./crypto', async (original) => {
      const real = await original<typeof Crypto>();
      return { ...real, openSealed: () => real.sha256(Buffer.from('secret')) };
    });
    const { runCryptoSelfTest } = await import('./self-test');
    await expect(runCryptoSelfTest()).rejects.toThrow('CRYPTO.SELF_TEST');
  });
});
