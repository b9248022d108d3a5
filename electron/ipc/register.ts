import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isClinical, ruleOf, type AnyOperation } from '../../shared/contract/define';
import { notAllowed, refusal, TirekError, type WireError } from '../../shared/kernel/errors';
import { holds } from '../../shared/kernel/permissions';
import { dateOf } from '../../shared/kernel/plain-date';
import { appendJournal, sealOf } from '../modules/audit';
import type { Vault as OpenVault } from '../db/connection';
import type { Logger } from '../services/logger';
import type { Services } from '../services/services';
import type { Actor, ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext, JournalEntry, ReadContext } from './context';
import type { AnyHandler, PipelineHandler } from './handlers';
import { Jobs } from './jobs';
import { actorOf, type LiveSession } from './live-session';
import { runPortions } from './portions';
import { assertPlainData } from './plain-data';
import { whyReadOnly } from './read-only';
import { fromZod, toWireError } from './wire-error';

export interface RegisteredModule {
  name: string;
  operations: Record<string, AnyOperation>;
  handlers: Record<string, AnyHandler>;
}

/** What the pipeline needs of the program around it. */
export interface PipelineHost {
  session(): LiveSession | null;
  /** Closes files and wipes keys; called when the actor of a live session no longer exists. */
  lock(): Promise<void>;
  services: Services;
  logger: Logger;
  clock: () => Date;
  /** Told after every request, whatever its outcome: the journal may have grown. Must not throw. */
  answered(operation: string): void;
}

/** `public` requests have no actor and no vault; they are served by the program's own session module. */
export type PublicHandlers = Record<string, (input: unknown) => Promise<unknown>>;

export type WireResult = { ok: true; value: unknown } | { ok: false; error: WireError };

const Request = z.object({ op: z.string().max(80), input: z.unknown(), jobId: z.uuid().optional() }).strict();

/** Requests that the screen repeats by itself do not count as a person's presence. */
const UNATTENDED = new Set([
  'session.status',
  'session.me',
  'session.jobStatus',
  'settings.today',
  'settings.saveDraft',
  'clinical.today',
  'clinical.saveDraft',
]);

/** What may be asked while a key is being changed: how far it is, to stop, and to lock at once. None touches a vault. */
const WHILE_BUSY = new Set(['session.status', 'session.jobStatus', 'session.cancelJob', 'session.lock']);

/** What answers while a child or a candidate sits at a test: that test, the state of the window, and the lock that ends it. */
const WHILE_SITTING = new Set(['session.status', 'session.lock', 'session.touch', 'assessments.sitting', 'assessments.answer', 'assessments.finish']);

interface Registered {
  name: string;
  operation: AnyOperation;
  handler: PipelineHandler | null;
}

interface Stepping {
  session: LiveSession;
  vault: 'records' | 'clinical';
  actor: Actor;
  job: ReturnType<Jobs['start']>;
  /** The request's own journal entry, as part of the transaction that it is called in. */
  tellWith: (db: ClinicalWriteContext['db']) => void;
}

export class Pipeline {
  private readonly operations = new Map<string, Registered>();
  readonly jobs = new Jobs();
  /** Vaults in which work in portions is going on, with its end. */
  private readonly taken = new WeakMap<OpenVault, Promise<unknown>>();

  constructor(
    private readonly host: PipelineHost,
    modules: RegisteredModule[],
    private readonly publicHandlers: PublicHandlers,
  ) {
    for (const module of modules) {
      for (const [key, operation] of Object.entries(module.operations)) {
        const name = `${module.name}.${key}`;
        const handler = (module.handlers[key] as PipelineHandler | undefined) ?? null;
        if (!handler && !Object.hasOwn(publicHandlers, name)) throw new Error(`no handler for ${name}`);
        this.operations.set(name, { name, operation, handler });
      }
    }
  }

  names(): string[] {
    return [...this.operations.keys()];
  }

  /** Sender and transport are already checked. Never throws: every outcome is a result. */
  async handle(raw: unknown): Promise<WireResult> {
    let name = 'unknown';
    try {
      assertPlainData(raw);
      const request = Request.safeParse(raw);
      if (!request.success) throw new TirekError({ kind: 'invalid', code: 'REQUEST.MALFORMED' });
      name = this.operations.has(request.data.op) ? request.data.op : 'unknown';
      return { ok: true, value: await this.dispatch(request.data.op, request.data.input, request.data.jobId) };
    } catch (error) {
      return { ok: false, error: toWireError(error, name, this.host.logger) };
    } finally {
      this.host.answered(name);
    }
  }

  private async dispatch(op: string, input: unknown, jobId: string | undefined): Promise<unknown> {
    const registered = this.operations.get(op);
    const isPublic = registered?.operation.permission === 'public';
    const session = this.host.session();
    if (session?.busy && !WHILE_BUSY.has(op)) throw new TirekError({ kind: 'refused', code: 'VAULT.BUSY' });
    if (session?.sitting && !WHILE_SITTING.has(op)) throw refusal('SESSION.SITTING');
    const actor = session && !session.busy ? actorOf(session) : null;
    if (session && !session.busy && !actor) await this.host.lock();
    if (!isPublic && !actor && !session?.busy) throw new TirekError({ kind: 'locked', code: 'SESSION.LOCKED' });
    if (!registered) throw new TirekError({ kind: 'invalid', code: 'REQUEST.UNKNOWN' });
    if (session && !UNATTENDED.has(op)) session.lastSeen = this.host.clock();

    if (!isPublic && session && actor) this.mustBeAllowed(registered, session, actor);
    const shapes: { input: z.ZodType; output: z.ZodType } = registered.operation;
    const parsed = shapes.input.safeParse(input);
    if (!parsed.success) throw new TirekError(fromZod(parsed.error));
    const value =
      isPublic || session?.busy
        ? await this.runPublic(registered, parsed.data)
        : await this.runForActor(registered, parsed.data, session as LiveSession, actor as Actor, jobId);
    return shapes.output.parse(value);
  }

  private async runPublic(registered: Registered, input: unknown): Promise<unknown> {
    const handler = this.publicHandlers[registered.name];
    if (!handler) throw new Error(`no public handler for ${registered.name}`);
    return handler(input);
  }

  /** Before the input is even looked at: a role without the right learns nothing from the shape of the answer. */
  private mustHold({ name, operation }: Registered, session: LiveSession, actor: Actor): void {
    const { permission } = operation;
    if (permission === 'signed-in' || permission === 'public' || holds(actor.roles, permission)) return;
    // Whoever came in by the clinical paper key reads and changes nothing; the session module let nobody in who gives out roles.
    if (isClinical(operation) && operation.kind === 'query' && this.inEmergency(session)) return;
    const subject = ruleOf(operation)?.subject ?? name.split('.')[0] ?? name;
    this.journalAlone(session, actor, { action: name, subject, subjectId: null, outcome: 'not-allowed', detail: { code: 'ACTION.NOT_ALLOWED' } });
    throw notAllowed();
  }

  private mustBeAllowed(registered: Registered, session: LiveSession, actor: Actor): void {
    this.mustHold(registered, session, actor);
    const { name, operation } = registered;
    const refused = whyReadOnly(name, operation, session);
    if (!refused) return;
    const rule = ruleOf(operation);
    // A half-written form asks every few seconds and is in no journal otherwise either.
    if (rule)
      this.journalAlone(session, actor, {
        action: name,
        subject: rule.subject,
        subjectId: null,
        outcome: 'refused',
        detail: { code: refused.wire.code },
      });
    throw refused;
  }

  private inEmergency(session: LiveSession): boolean {
    return session.emergencyUntil !== null && session.clinical !== null && this.host.clock() < session.emergencyUntil;
  }

  private async runForActor(registered: Registered, input: unknown, session: LiveSession, actor: Actor, jobId?: string): Promise<unknown> {
    const { operation, name } = registered;
    try {
      return await this.run(registered, input, session, actor, jobId);
    } catch (error) {
      if (error instanceof TirekError && session === this.host.session()) {
        const outcome = error.wire.kind === 'not-allowed' || error.wire.kind === 'not-found' ? 'not-allowed' : 'refused';
        if (operation.kind === 'command' || outcome === 'not-allowed') {
          const subject = ruleOf(operation)?.subject ?? name.split('.')[0] ?? name;
          const entry = { action: name, subject, subjectId: null, outcome, detail: { code: error.wire.code } } as const;
          this.journalAlone(session, actor, entry, isClinical(operation) && session.clinical ? 'clinical' : 'records');
        }
      }
      throw error;
    }
  }

  private async run(registered: Registered, input: unknown, session: LiveSession, actor: Actor, jobId?: string): Promise<unknown> {
    const { operation } = registered;
    const handler = registered.handler ?? { mode: 'steps' as const, run: (_: unknown, value: unknown) => this.runPublic(registered, value) };
    const vault = isClinical(operation) ? 'clinical' : 'records';
    const taken = this.taken.get((vault === 'clinical' && session.clinical) || session.records);
    if (taken) await taken;
    const open = this.vaultOf(session, vault);
    if (handler.mode === 'steps') return this.runSteps(registered, handler, input, session, actor, jobId);
    if (handler.mode === 'write') {
      return open.transaction((db) => {
        const output = handler.run(this.writing(session, db, actor, this.common(actor)), input);
        if (ruleOf(operation)) this.append(db, actor, this.entryFor(registered, input, output));
        return output;
      });
    }
    const output = handler.run(reading(this.common(actor), open, session), input);
    // A read of a sensitive record is told of before its answer leaves the process.
    if (ruleOf(operation)) this.journalAlone(session, actor, this.entryFor(registered, input, output), vault);
    return output;
  }

  private async runSteps(
    registered: Registered,
    handler: { run: (context: ClinicalStepsContext, input: unknown) => Promise<unknown> },
    input: unknown,
    session: LiveSession,
    actor: Actor,
    jobId?: string,
  ): Promise<unknown> {
    const vault = isClinical(registered.operation) ? 'clinical' : 'records';
    const job = this.jobs.start(jobId ?? randomUUID());
    let told = false;
    const tellWith = (db: ClinicalWriteContext['db']): void => {
      if (registered.operation.kind !== 'command' || !ruleOf(registered.operation)) return;
      this.append(db, actor, this.entryFor(registered, input, undefined));
      told = true;
    };
    const context = this.steppingContext({ session, vault, actor, job, tellWith });
    try {
      const output = await handler.run(context, input);
      // What was worked out for one person is not handed to whoever sits at the screen by now. Locking itself is answered.
      if (registered.handler) this.mustBeIn(session);
      if (!told && ruleOf(registered.operation) && this.host.session() === session)
        this.journalAlone(session, actor, this.entryFor(registered, input, output), vault);
      job.end('done');
      return output;
    } catch (error) {
      job.end('failed');
      throw error;
    }
  }

  private steppingContext({ session, vault, actor, job, tellWith }: Stepping): ClinicalStepsContext {
    const common = this.common(actor);
    const writing = (db: ClinicalWriteContext['db']): ClinicalWriteContext => this.writing(session, db, actor, common);
    const mustGoOn = (): void => {
      this.mustBeIn(session);
      job.signal.throwIfAborted();
    };
    return {
      ...common,
      signal: job.signal,
      progress: job.progress,
      read: (work) => work(reading(common, this.vaultOf(session, vault), session)),
      transaction: (work) =>
        this.vaultOf(session, vault).transaction((db) => {
          const value = work(writing(db));
          tellWith(db);
          return value;
        }),
      upkeep: (work) => this.vaultOf(session, vault).transaction(work),
      inPortions: (work) => {
        const portions = function* (db: ClinicalWriteContext['db']): Generator<void, void, undefined> {
          yield* work(writing(db));
          tellWith(db);
        };
        return this.alone(session, vault, (open) => runPortions(open, portions, mustGoOn));
      },
      inRecords: (work) => this.vaultOf(session, 'records').transaction((db) => work(writing(db))),
    };
  }

  /** While `work` lasts, requests of this vault wait at the door, and what is already inside is asked to come again. */
  private async alone(session: LiveSession, vault: 'records' | 'clinical', work: (open: OpenVault) => Promise<void>): Promise<void> {
    const open = this.vaultOf(session, vault);
    const running = work(open);
    this.taken.set(
      open,
      running.catch(() => undefined),
    );
    try {
      await running;
    } finally {
      this.taken.delete(open);
    }
  }

  private mustBeIn(session: LiveSession): void {
    if (this.host.session() !== session) throw new TirekError({ kind: 'locked', code: 'SESSION.LOCKED' });
  }

  /** A psychologist without the clinical key has the right and not the means: that is its own sentence. */
  private vaultOf(session: LiveSession, vault: 'records' | 'clinical'): OpenVault {
    this.mustBeIn(session);
    if (session.busy) throw refusal('VAULT.BUSY');
    if (vault === 'records') return this.free(session.records);
    const expired = session.emergencyUntil !== null && !this.inEmergency(session);
    if (!session.clinical || expired) throw refusal('CLINICAL.NO_KEY');
    return this.free(session.clinical);
  }

  private free(open: OpenVault): OpenVault {
    if (this.taken.has(open)) throw refusal('VAULT.BUSY');
    return open;
  }

  private writing(session: LiveSession, db: ClinicalWriteContext['db'], actor: Actor, common: Omit<ReadContext, 'db'>): ClinicalWriteContext {
    const journal = (entry: JournalEntry): void => {
      this.append(db, actor, entry);
    };
    return { ...common, db, records: session.records.db, newId: randomUUID, journal };
  }

  private common(actor: Actor): Omit<ReadContext, 'db'> {
    const now = this.host.clock();
    return { actor, now, nowIso: now.toISOString(), today: dateOf(now), services: this.host.services };
  }

  private entryFor(registered: Registered, input: unknown, output: unknown): JournalEntry {
    const rule = ruleOf(registered.operation);
    if (!rule) throw new Error(`${registered.name} has no audit rule`);
    // Within steps the answer does not exist yet; a rule that needs it names no subject there and the handler adds its own entry.
    const subjectId = output === undefined ? idOrNull(() => rule.id(input, {})) : rule.id(input, output);
    return { action: registered.name, subject: rule.subject, subjectId };
  }

  private append(db: ClinicalWriteContext['db'], actor: Actor, entry: JournalEntry): void {
    appendJournal(db, { at: this.host.clock().toISOString(), userId: actor.userId, sessionId: actor.sessionId, ...entry, h: sealOf(db, entry) });
  }

  private journalAlone(session: LiveSession, actor: Actor, entry: JournalEntry, vault: 'records' | 'clinical' = 'records'): void {
    const clinical = vault === 'clinical' && session.clinical && !this.taken.has(session.clinical) ? session.clinical : null;
    (clinical ?? session.records).transaction((db) => {
      this.append(db, actor, entry);
    });
  }
}

/** The records' connection goes along for names and scope; the type of a records' handler does not show it. */
const reading = (common: Omit<ReadContext, 'db'>, open: OpenVault, session: LiveSession): ClinicalReadContext => ({
  ...common,
  db: open.db,
  records: session.records.db,
});

function idOrNull(read: () => string | null): string | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}
