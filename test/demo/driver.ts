import { randomUUID } from 'node:crypto';
import type { Input, OperationName, Output } from '../../shared/contract/api';
import { addDays, dateOf, type PlainDate } from '../../shared/kernel/plain-date';
import { createTirek, type Tirek } from '../../electron/tirek';
import { FLOOR } from '../../electron/vault';

/** Ids on the wire are branded; whoever makes test data hands out fresh ones for every kind of record. */
export const uuid = (): never => randomUUID() as never;

const NOW = new Date();

/** A day so many days ago, or to come when the number is negative. */
export const before = (days: number): PlainDate => addDays(dateOf(NOW), -days);

/** The afternoon of that day; today is the very moment at which the folder is built. */
function momentOf(daysAgo: number): number {
  if (daysAgo === 0) return Date.now();
  const day = new Date(NOW);
  day.setDate(day.getDate() - daysAgo);
  return day.setHours(16, 10, 0, 0);
}

/** Drives the program by its own requests: whatever a rule refuses on a screen is refused here too. */
export class Driver {
  readonly tirek!: Tirek;
  private ahead = 0;

  private constructor(private readonly password: string) {}

  /** The program starts on a day of the past; it is closed with the clock of today. */
  static async open(dataDir: string, resourcesDir: string, password: string, daysAgo: number): Promise<Driver> {
    const driver = new Driver(password);
    driver.ahead = momentOf(daysAgo) - Date.now();
    const tirek = await createTirek({ dataDir, resourcesDir, clock: () => driver.now(), vaultOptions: { kdf: FLOOR } });
    return Object.assign(driver, { tirek });
  }

  private now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  async call<N extends OperationName>(op: N, input: Input<N>): Promise<Output<N>> {
    const result = await this.tirek.pipeline.handle({ op, input });
    if (!result.ok) throw new Error(`${op} on ${dateOf(this.now())}: ${JSON.stringify(result.error)}`);
    return result.value as Output<N>;
  }

  async as(name: string): Promise<void> {
    await this.tirek.lock();
    const answer = await this.call('session.signIn', { name, password: this.password });
    if (answer.outcome !== 'open') throw new Error(`${name} could not sign in`);
  }

  /** The clock goes forward only, and only while nobody is signed in: a session that slept for days would have locked itself. */
  async on(daysAgo: number, name: string): Promise<void> {
    await this.tirek.lock();
    const ahead = momentOf(daysAgo) - Date.now();
    this.ahead = Math.max(this.ahead, ahead);
    await this.as(name);
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
