import { auditContract } from '../../../shared/modules/audit/audit.contract';
import { refusal } from '../../../shared/kernel/errors';
import type { ReadDb, SqlValue } from '../../db/types';
import type { StepsContext } from '../../ipc/context';
import { defineHandlers, read, steps } from '../../ipc/handlers';
import type { Vault } from '../../vault';
import { acknowledgeOlder, type OlderDesk } from './acknowledge';
import { actionsOf, peopleOf, subjectsOf } from './audit.repository';
import { checkJournal, journalForExport, journalPage, lineNow, namesFrom } from './audit.service';
import { journalSheet } from './journal-sheet';
import { linePaper } from './line-paper';
import type { Anchor } from './verify';

/** What the journal's room needs of the running program. `moreAnchors`: heads that backups of this PC carry. */
export interface AuditDesk extends OlderDesk {
  moreAnchors?(records: ReadDb): Anchor[];
}

/** A view that asks for the session anew at each read: after a lock in the middle of a long walk it answers "locked". */
function living(find: () => ReadDb): ReadDb {
  return {
    get: <T>(sql: string, ...params: SqlValue[]) => find().get<T>(sql, ...params),
    all: <T>(sql: string, ...params: SqlValue[]) => find().all<T>(sql, ...params),
    table: (entity) => find().table(entity),
  };
}

function clinicalDb(desk: AuditDesk): ReadDb {
  const { clinical } = desk.session();
  if (!clinical) throw refusal('CLINICAL.ABSENT');
  return clinical.db;
}

function anchorsFor(desk: AuditDesk, vault: Vault, records: ReadDb): Anchor[] {
  const kept = desk.keyring().anchor(vault);
  return [...(kept ? [{ seq: kept.seq, mac: kept.mac }] : []), ...(vault === 'records' ? (desk.moreAnchors?.(records) ?? []) : [])];
}

function check(desk: AuditDesk, vault: Vault, ctx: StepsContext, input: { lines: string[]; recoveryKey?: string | undefined }) {
  const db = living(() => (vault === 'records' ? ctx.read((inside) => inside.db) : clinicalDb(desk)));
  const anchors = ctx.read((inside) => anchorsFor(desk, vault, inside.db));
  return checkJournal(db, vault, anchors, input, ctx.signal);
}

export const auditHandlers = (desk: AuditDesk) =>
  defineHandlers(auditContract, {
    list: read((ctx, input) => journalPage(ctx.db, namesFrom(ctx.db), input)),
    facets: read((ctx) => ({ people: peopleOf(ctx.db), actions: actionsOf(ctx.db), subjects: subjectsOf(ctx.db) })),
    verify: steps((ctx, input) => check(desk, 'records', ctx, input)),
    monthlyLine: read((ctx) => lineNow(ctx.db)),
    printLine: steps(async (ctx) => {
      const now = ctx.read((inside) => lineNow(inside.db));
      const organisation = ctx.read((inside) => inside.db.get<{ name: string }>('SELECT name_ru AS name FROM organisation')?.name ?? '');
      const bytes = await ctx.services.pdf.render(linePaper(ctx.actor.language, { ...now, organisation, printedAt: ctx.nowIso }));
      return { pdf: Buffer.from(bytes).toString('base64'), line: now.line };
    }),
    export: steps(async (ctx, input) => {
      const db = living(() => ctx.read((inside) => inside.db));
      const lines = await journalForExport(db, namesFrom(db), input.filter, ctx.signal);
      // Written down before the bytes leave: an export that is not in the journal does not exist.
      ctx.transaction((tx) => {
        tx.journal({ action: 'audit.exported', subject: 'journal', subjectId: null, detail: { rows: lines.length, reason: input.reason } });
      });
      const bytes = await journalSheet(ctx.services, ctx.actor.language, lines);
      return { name: `journal-${ctx.today}.xlsx`, xlsx: Buffer.from(bytes).toString('base64'), rows: lines.length };
    }),
    acknowledgeOlder: steps((ctx, input) => acknowledgeOlder(desk, ctx, input)),
    listClinical: read((ctx, input) => journalPage(clinicalDb(desk), namesFrom(ctx.db), input)),
    verifyClinical: steps((ctx, input) => check(desk, 'clinical', ctx, input)),
  });
