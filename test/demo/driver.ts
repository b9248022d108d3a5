import { randomUUID } from 'node:crypto';
import type { Input, OperationName, Output } from '../../shared/contract/api';
import { createTirek, type Tirek } from '../../electron/tirek';
import { FLOOR } from '../../electron/vault';

/** Ids on the wire are branded; whoever makes test data hands out fresh ones for every kind of record. */
export const uuid = (): never => randomUUID() as never;

/** Drives the program by its own requests: whatever a rule refuses on a screen is refused here too. */
export class Driver {
  private constructor(
    readonly tirek: Tirek,
    private readonly password: string,
  ) {}

  static async open(dataDir: string, resourcesDir: string, password: string): Promise<Driver> {
    return new Driver(await createTirek({ dataDir, resourcesDir, vaultOptions: { kdf: FLOOR } }), password);
  }

  async call<N extends OperationName>(op: N, input: Input<N>): Promise<Output<N>> {
    const result = await this.tirek.pipeline.handle({ op, input });
    if (!result.ok) throw new Error(`${op}: ${JSON.stringify(result.error)}`);
    return result.value as Output<N>;
  }

  async as(name: string): Promise<void> {
    await this.tirek.lock();
    const answer = await this.call('session.signIn', { name, password: this.password });
    if (answer.outcome !== 'open') throw new Error(`${name} could not sign in`);
  }

  async add(user: Omit<Input<'users.invite'>, 'id' | 'childIds' | 'language' | 'idleMinutes'>, administrator: string): Promise<string> {
    const id = uuid();
    const { code } = await this.call('users.invite', {
      id,
      childIds: [],
      language: 'ru',
      idleMinutes: user.roles.includes('psychologist') ? 3 : 5,
      ...user,
    });
    await this.tirek.lock();
    await this.call('session.acceptInvitation', { name: user.name, code, password: this.password });
    await this.as(administrator);
    return id;
  }

  /** The paper key of the signed-in session, read as the sheet would print it, and confirmed. */
  async sheet(which: 'org' | 'clin'): Promise<string> {
    const text = this.tirek.program.session?.sheets[which]?.text ?? '';
    const { indexes } = await this.call('session.recoveryChallenge', { which });
    const groups = text.split(/[\s-]+/);
    await this.call('session.confirmRecovery', { which, groups: indexes.map((index) => ({ index, text: groups[index - 1] ?? '' })) });
    return text;
  }
}
