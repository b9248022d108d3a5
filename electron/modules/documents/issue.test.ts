import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TirekError } from '../../../shared/kernel/errors';
import { plainDate } from '../../../shared/kernel/plain-date';
import type { ContractTerms, Gate } from '../../../shared/modules/documents/documents.model';
import { openVault, type Vault } from '../../db/connection';
import { recordsMigrations } from '../../db/migrations/records';
import type { WriteDb, WriteTable } from '../../db/types';
import type { Actor, ReadContext, StepsContext, WriteContext } from '../../ipc/context';
import { JournalEntity, JournalKeyEntity } from '../audit';
import { MentorEntity } from '../candidates';
import { ChildEntity } from '../children';
import { PairEntity } from '../mentorships';
import { ContractDraftEntity, DocumentEntity, DocumentFileEntity, DocumentNumberEntity } from './document.entity';
import type { PaperDesk } from './desk.model';
import { documentRecord, sealedFile } from './documents.repository';
import { annulDocument, Issuing } from './issue.service';
import { expectedNumber, takeNumber } from './numbering';
import { TransferEntity } from './transfer.entity';

const ENTITIES = [
  JournalEntity,
  JournalKeyEntity,
  MentorEntity,
  ChildEntity,
  PairEntity,
  ContractDraftEntity,
  DocumentEntity,
  DocumentFileEntity,
  DocumentNumberEntity,
  TransferEntity,
];
const name = { ru: { surname: 'Ким', given: 'Ольга', patronymic: '' }, kk: null };
const actor = {
  userId: randomUUID(),
  name: 'Ерлан',
  roles: ['administrator'],
  institutionIds: 'all',
  childIds: 'all',
  sessionId: 's',
  language: 'ru',
} as unknown as Actor;
const terms = { termFrom: plainDate('2026-11-28'), termTo: plainDate('2026-12-19') } as ContractTerms;

const openGate = {
  items: [],
  open: true,
  lastReturnOn: null,
  nextNumber: '',
  rulePack: { version: '1' },
  template: { version: '1' },
} as unknown as Gate;
/** Prints only what it is told, at once: what is tested here is what happens around the printer. */
const quickDesk: PaperDesk = {
  gate: () => openGate,
  paper: (_context, draft, marks) => ({
    paper: { number: marks.number, terms: draft.terms } as never,
    data: {} as never,
    templateVersion: 't/1',
    engineVersion: 'e/1',
  }),
  render: (_services, paper) => Promise.resolve(Buffer.from(JSON.stringify(paper))),
};

let folder = '';
let vault: Vault;
let faultAt = Number.POSITIVE_INFINITY;
let writes = 0;

class Fault extends Error {}
const tick = (): void => {
  writes += 1;
  if (writes === faultAt) throw new Fault();
};

/** A database whose n-th write breaks. */
const brittle = (db: WriteDb): WriteDb => ({
  get: (sql, ...params) => db.get(sql, ...params),
  all: (sql, ...params) => db.all(sql, ...params),
  run: (sql, ...params) => {
    tick();
    return db.run(sql, ...params);
  },
  table: <E extends object>(entity: new () => E): WriteTable<E> => {
    const table = db.table(entity);
    return {
      byId: (id) => table.byId(id),
      exists: (id) => table.exists(id),
      where: (match, order) => table.where(match, order),
      count: (match) => table.count(match),
      insert: (row) => {
        tick();
        table.insert(row);
      },
      update: (id, patch) => {
        tick();
        return table.update(id, patch);
      },
      remove: (id) => {
        tick();
        return table.remove(id);
      },
    };
  },
});

const common = {
  actor,
  now: new Date('2026-11-20T06:00:00Z'),
  nowIso: '2026-11-20T06:00:00.000Z',
  today: plainDate('2026-11-20'),
  services: {} as never,
};
const reading = (): ReadContext => ({ ...common, db: vault.db });
const write = <T>(work: (context: WriteContext) => T): T =>
  vault.transaction((db) => {
    const value = work({ ...common, db: brittle(db), newId: randomUUID, journal: () => undefined });
    // The pipeline's own entry is the last write of the transaction.
    tick();
    return value;
  });
const stepsContext = (): StepsContext => ({
  ...common,
  read: (work) => work(reading()),
  transaction: write,
  upkeep: (work) => vault.transaction(work),
  progress: () => undefined,
  signal: new AbortController().signal,
});

const issue = (issuing: Issuing, draftId: string, documentId = randomUUID() as string) =>
  issuing.issue(stepsContext(), { draftId, documentId: documentId as never });

function draft(patch: Partial<ContractDraftEntity> = {}): string {
  const id = randomUUID();
  vault.db.table(ContractDraftEntity).insert({
    id,
    pairIds: [pairId],
    childIds: [],
    mentorId,
    institutionId: 'i',
    programmeId: 'p',
    jurisdiction: 'kz',
    terms,
    warningReasons: {},
    corrects: null,
    correctionReason: '',
    issuedAs: null,
    droppedOn: null,
    droppedReason: '',
    createdAt: common.nowIso,
    updatedAt: common.nowIso,
    ...patch,
  });
  return id;
}

const mentorId = randomUUID();
const pairId = randomUUID();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-issue-'));
  vault = await openVault({ file: join(folder, 'records.db'), entities: ENTITIES, migrations: recordsMigrations }, randomBytes(32));
  vault.db.table(MentorEntity).insert({
    id: mentorId,
    name,
    sortKey: '',
    search: '',
    birthDate: '1985-05-05',
    sex: 'female',
    citizenship: 'KZ',
    identity: null,
    iin: null,
    registeredAddress: '',
    actualAddress: null,
    phone: '',
    email: '',
    occupation: '',
    maritalStatus: 'single',
    spouse: null,
    household: [],
    note: '',
    createdAt: '',
    createdBy: '',
    updatedAt: '',
  });
  vault.db.table(PairEntity).insert({
    id: pairId,
    childId: 'c',
    mentorId,
    programmeId: 'p',
    groupId: pairId,
    stage: 'papers',
    since: '2026-11-01',
    contractDocumentId: null,
    contractNumber: null,
    closingReason: null,
    closingNote: '',
    createdAt: '',
  });
  faultAt = Number.POSITIVE_INFINITY;
  writes = 0;
});
afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const numbers = (): string[] =>
  vault.db
    .table(DocumentEntity)
    .where({}, 'no')
    .map((row) => row.number);

describe('issuing', () => {
  it('broken at any of its writes leaves no paper and no gap, and the next try gets the same number', async () => {
    const issuing = new Issuing(quickDesk);
    const draftId = draft();
    let broken = 0;
    for (faultAt = 1; ; faultAt++) {
      writes = 0;
      const outcome = await issue(issuing, draftId).catch((error: unknown) => error);
      if (!(outcome instanceof Fault)) break;
      broken += 1;
      expect(vault.db.table(DocumentEntity).count()).toBe(0);
      expect(vault.db.table(DocumentFileEntity).count()).toBe(0);
      expect(vault.db.table(DocumentNumberEntity).count()).toBe(0);
      expect(vault.db.table(ContractDraftEntity).byId(draftId)?.issuedAs).toBeNull();
      expect(vault.db.table(PairEntity).byId(pairId)?.contractNumber).toBeNull();
    }
    // Number (tried as a change, then made), file, document, draft, pair, journal.
    expect(broken).toBe(7);
    expect(numbers()).toEqual(['ГД-001/2026']);
  });

  it('leaves nothing when the printer breaks', async () => {
    const draftId = draft();
    const failing = new Issuing({ ...quickDesk, render: () => Promise.reject(new Error('no paper')) });
    await expect(issue(failing, draftId)).rejects.toThrow('no paper');
    expect(numbers()).toEqual([]);
    await issue(new Issuing(quickDesk), draftId);
    expect(numbers()).toEqual(['ГД-001/2026']);
  });

  it('gives fifty papers issued at once fifty numbers without a gap', async () => {
    const issuing = new Issuing(quickDesk);
    const drafts = Array.from({ length: 50 }, () => draft());
    const answers = await Promise.all(drafts.map((id) => issue(issuing, id)));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(50);
    expect(
      vault.db
        .table(DocumentEntity)
        .where({}, 'no')
        .map(({ no }) => no),
    ).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('prints anew when another desk took the number meanwhile', async () => {
    // Two desks without a common queue: the table alone keeps the numbers apart.
    const desks = [new Issuing(quickDesk), new Issuing(quickDesk), new Issuing(quickDesk)];
    const answers = await Promise.all(desks.map((issuing) => issue(issuing, draft())));
    expect(answers.map(({ number }) => number).sort()).toEqual(['ГД-001/2026', 'ГД-002/2026', 'ГД-003/2026']);
    for (const { id, number } of answers) {
      const row = vault.db.table(DocumentEntity).byId(id) as DocumentEntity;
      const printed = JSON.parse(Buffer.from(sealedFile(vault.db, row).base64, 'base64').toString()) as { paper: { number: string } };
      expect(printed.paper.number).toBe(number);
    }
  });

  it('prints anew when the draft was changed while the printer worked', async () => {
    const draftId = draft();
    let changed = false;
    const issuing = new Issuing({
      ...quickDesk,
      render: (services, paper) => {
        if (!changed) vault.db.table(ContractDraftEntity).update(draftId, { terms: { ...terms, termTo: plainDate('2026-12-12') } });
        changed = true;
        return quickDesk.render(services, paper);
      },
    });
    const issued = await issue(issuing, draftId);
    expect(issued.termTo).toBe('2026-12-12');
    const row = vault.db.table(DocumentEntity).byId(issued.id) as DocumentEntity;
    expect(Buffer.from(sealedFile(vault.db, row).base64, 'base64').toString()).toContain('2026-12-12');
  });

  it('asks the gate again inside the transaction', async () => {
    const draftId = draft();
    let rendered = false;
    const issuing = new Issuing({
      ...quickDesk,
      gate: () => ({ ...openGate, open: !rendered }),
      render: () => {
        rendered = true;
        return Promise.resolve(Buffer.from('x'));
      },
    });
    await expect(issue(issuing, draftId)).rejects.toMatchObject({ wire: { code: 'CONTRACT.GATE_CLOSED' } } satisfies Partial<
      Record<keyof TirekError, unknown>
    >);
    expect(numbers()).toEqual([]);
  });

  it('answers the same press of the button with the same paper, also when both presses run at once', async () => {
    const issuing = new Issuing(quickDesk);
    const draftId = draft();
    const documentId = randomUUID();
    const [one, two] = await Promise.all([issue(issuing, draftId, documentId), issue(issuing, draftId, documentId)]);
    expect(two).toEqual(one);
    expect(numbers()).toEqual(['ГД-001/2026']);
  });
});

describe('a number', () => {
  it.each([2, 5, 0])('%i is refused when 1 is next', (printed) => {
    expect(() => {
      write((context) => {
        takeNumber(context.db, 'guest-contract', 2026, printed);
      });
    }).toThrow(expect.objectContaining({ wire: expect.objectContaining({ code: 'NUMBER.TAKEN' }) as unknown }));
    expect(vault.db.table(DocumentNumberEntity).count()).toBe(0);
  });
  it('begins anew with the year', () => {
    write((context) => {
      takeNumber(context.db, 'guest-contract', 2026, 1);
      takeNumber(context.db, 'guest-contract', 2027, 1);
      takeNumber(context.db, 'guest-contract', 2026, 2);
    });
    expect([expectedNumber(vault.db, 'guest-contract', 2026), expectedNumber(vault.db, 'guest-contract', 2027)]).toEqual([3, 2]);
  });
});

describe('an issued paper', () => {
  it('whose bytes were altered is not printed', async () => {
    const issued = await issue(new Issuing(quickDesk), draft());
    const row = vault.db.table(DocumentEntity).byId(issued.id) as DocumentEntity;
    expect(sealedFile(vault.db, row).fileName).toBe('ГД-001-2026.pdf');
    vault.db.table(DocumentFileEntity).update(issued.id, { content: Buffer.from('forged') });
    expect(() => sealedFile(vault.db, row)).toThrow(
      expect.objectContaining({ wire: expect.objectContaining({ code: 'DOCUMENT.DAMAGED' }) as unknown }),
    );
  });

  it('keeps its number when it is annulled, and the next one does not take it', async () => {
    const issuing = new Issuing(quickDesk);
    const issued = await issue(issuing, draft());
    write((context) => annulDocument(context, { id: issued.id, reason: 'ошибка' }));
    const row = vault.db.table(DocumentEntity).byId(issued.id) as DocumentEntity;
    expect(documentRecord(vault.db, row)).toMatchObject({ state: 'annulled', number: 'ГД-001/2026', annulReason: 'ошибка' });
    expect((await issue(issuing, draft())).number).toBe('ГД-002/2026');
  });
});

describe('a batch', () => {
  it('stops where it is cancelled and keeps what is issued', async () => {
    const abort = new AbortController();
    const seen: [number, number][] = [];
    const issuing = new Issuing({
      ...quickDesk,
      render: (services, paper) => {
        if (seen.length === 2) abort.abort();
        return quickDesk.render(services, paper);
      },
    });
    const items = [draft(), draft(), draft()].map((draftId) => ({ draftId, documentId: randomUUID() as never }));
    const answer = await issuing.issueBatch(
      {
        ...stepsContext(),
        signal: abort.signal,
        progress: (done, total) => {
          seen.push([done, total]);
        },
      },
      items,
    );
    expect(answer).toMatchObject({ cancelled: true, refused: [] });
    expect(answer.issued.map(({ number }) => number)).toEqual(['ГД-001/2026', 'ГД-002/2026']);
    expect(seen).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });
});
