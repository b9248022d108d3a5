import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, OperationName, Output } from '../../shared/contract/api';
import type { WireError } from '../../shared/kernel/errors';
import type { Role } from '../../shared/kernel/roles';
import { createTirek, type Tirek } from '../../electron/tirek';
import { FLOOR } from '../../electron/vault';

export const RESOURCES = join(import.meta.dirname, '../../resources');
export const PASSWORD = 'тихая река у дома 7';
export const ADMINISTRATOR = 'Ерлан Касымов';

/** A request that the pipeline refused, as the screen would see it. */
export class Refused extends Error {
  constructor(readonly wire: WireError) {
    super(`${wire.kind} ${wire.code} ${JSON.stringify(wire.fields ?? '')}`);
  }
}

/** The whole program on a folder of its own, driven as a screen drives it: through the pipeline, never past it. */
export class TestProgram {
  /** What the clock shows; tests move it. */
  now = new Date('2026-11-20T06:00:00Z');
  tirek!: Tirek;

  constructor(readonly dataDir = mkdtempSync(join(tmpdir(), 'tirek-test-'))) {}

  static async start(): Promise<TestProgram> {
    const program = new TestProgram();
    await program.open();
    return program;
  }

  async open(): Promise<void> {
    this.tirek = await createTirek({
      dataDir: this.dataDir,
      resourcesDir: RESOURCES,
      clock: () => this.now,
      vaultOptions: { kdf: FLOOR },
      log: (line) => this.log.push(line),
    });
  }

  readonly log: string[] = [];

  async call<N extends OperationName>(op: N, input: Input<N>, jobId?: string): Promise<Output<N>> {
    const result = await this.tirek.pipeline.handle({ op, input, ...(jobId ? { jobId } : {}) });
    if (!result.ok) throw new Refused(result.error);
    return result.value as Output<N>;
  }

  /** The refusal of a request that must not succeed. */
  async refusal<N extends OperationName>(op: N, input: unknown): Promise<WireError> {
    const result = await this.tirek.pipeline.handle({ op, input });
    if (result.ok) throw new Error(`${op} was not refused`);
    return result.error;
  }

  setUp(jurisdiction: 'kz' | 'ru' = 'kz'): Promise<Output<'session.setUp'>> {
    return this.call('session.setUp', {
      language: 'ru',
      organisation: {
        nameRu: 'Фонд «Тірек»',
        nameKk: '«Тірек» қоры',
        jurisdiction,
        programmeName: 'Наставники',
        minAge: 10,
        maxAge: 17,
        ageRule: 'warn',
        workingLanguages: ['ru', 'kk'],
      },
      administrator: { name: ADMINISTRATOR, password: PASSWORD },
    });
  }

  async lock(): Promise<void> {
    await this.tirek.lock();
  }

  async signIn(name: string, password = PASSWORD): Promise<Output<'session.me'>> {
    await this.lock();
    const answer = await this.call('session.signIn', { name, password });
    if (answer.outcome !== 'open') throw new Error(`sign-in refused for ${answer.retryAfterSeconds} s`);
    return answer.profile;
  }

  /** Invites a colleague as the signed-in administrator, then comes back as the administrator. */
  async addColleague(name: string, roles: Role[], scope: Partial<{ institutionIds: 'all' | string[]; childIds: string[] }> = {}): Promise<string> {
    const id = randomUUID();
    const { code } = await this.call('users.invite', {
      id,
      name,
      post: '',
      roles,
      institutionIds: scope.institutionIds ?? 'all',
      childIds: scope.childIds ?? [],
      language: 'ru',
      idleMinutes: 5,
    });
    await this.lock();
    await this.call('session.acceptInvitation', { name, code, password: PASSWORD });
    await this.signIn(ADMINISTRATOR);
    return id;
  }

  async close(): Promise<void> {
    await this.tirek.close();
  }

  async destroy(): Promise<void> {
    await this.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
