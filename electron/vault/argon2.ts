import { VaultError } from './vault-error';

/** Cost of Argon2id: memory in MiB, passes, lanes. */
export interface KdfParams {
  memory: number;
  passes: number;
  lanes: number;
}

/** RFC 9106, second recommended set. A keyring that asks for less was tampered with, and is refused. */
export const FLOOR: KdfParams = { memory: 64, passes: 3, lanes: 4 };
/** More than this would let an edited keyring freeze the PC. */
const CEILING: KdfParams = { memory: 1024, passes: 16, lanes: 16 };
/** Calibration climbs in memory only: memory is what an attacker's graphics cards lack. */
const STEPS = [64, 128, 256] as const;
const TARGET_MS = 1000;

export function requireSaneCost(cost: KdfParams): void {
  for (const name of ['memory', 'passes', 'lanes'] as const) {
    if (!Number.isInteger(cost[name]) || cost[name] < FLOOR[name] || cost[name] > CEILING[name]) throw new VaultError('KDF.REFUSED', { name });
  }
}

type Hash = (password: Buffer, salt: Buffer, cost: KdfParams) => Promise<Buffer>;

const ARGON2ID = 2;

/** Runs in the thread pool of the native module. */
export const nativeHash: Hash = async (password, salt, cost) => {
  const { hashRaw } = await import('@node-rs/argon2');
  return Buffer.from(
    await hashRaw(password, {
      algorithm: ARGON2ID,
      memoryCost: cost.memory * 1024,
      timeCost: cost.passes,
      parallelism: cost.lanes,
      outputLen: 32,
      salt,
    }),
  );
};

/** The same function in WebAssembly, for a PC where the native module does not load. Slower, and it holds its thread. */
export const wasmHash: Hash = async (password, salt, cost) => {
  const { argon2id } = await import('hash-wasm');
  return Buffer.from(
    await argon2id({
      password,
      salt,
      memorySize: cost.memory * 1024,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
};

let chosen: Promise<Hash> | undefined;

async function choose(): Promise<Hash> {
  try {
    await import('@node-rs/argon2');
    return nativeHash;
  } catch {
    return wasmHash;
  }
}

/** Argon2id of a password: 32 bytes. NFC once, here, so that the same keys typed on two systems give the same bytes. */
export async function derive(password: string, salt: Buffer, cost: KdfParams): Promise<Buffer> {
  requireSaneCost(cost);
  if (salt.length < 16) throw new VaultError('KDF.REFUSED', { name: 'salt' });
  chosen ??= choose();
  const bytes = Buffer.from(password.normalize('NFC'), 'utf8');
  try {
    return await (
      await chosen
    )(bytes, salt, cost);
  } finally {
    bytes.fill(0);
  }
}

/** Picks the memory cost for this PC, once: the highest step that stays under a second. */
export async function calibrate(measure: (cost: KdfParams) => Promise<number> = timeOf): Promise<KdfParams> {
  let best = FLOOR;
  for (const memory of STEPS) {
    const cost = { ...FLOOR, memory };
    const took = await measure(cost);
    if (took > TARGET_MS && memory > FLOOR.memory) break;
    best = cost;
    if (took * 2 > TARGET_MS) break;
  }
  return best;
}

async function timeOf(cost: KdfParams): Promise<number> {
  const start = performance.now();
  (await derive('calibration', Buffer.alloc(16, 7), cost)).fill(0);
  return performance.now() - start;
}
