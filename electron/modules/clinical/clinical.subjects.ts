import { notFound, TirekError } from '../../../shared/kernel/errors';
import { shortName } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext } from '../../ipc/context';
import type { SqlValue } from '../../db/types';
import type { ChildEntity } from '../children';
import { visibleChild, visibleChildren } from '../children';
import type { MentorEntity } from '../candidates';
import { visibleMentor, visibleMentors } from '../candidates';

export interface SubjectFacts {
  name: string;
  code: string;
  birthDate: PlainDate | null;
  sex: 'male' | 'female' | null;
}

/** How a kind of subject is named and who may see it. Null from `facts` and a missing id in `visible` mean: not for this actor. */
export interface SubjectDesk {
  facts(ctx: ClinicalReadContext, id: string): SubjectFacts | null;
  visible(ctx: ClinicalReadContext): 'all' | string[];
}

const desks = new Map<Subject['kind'], SubjectDesk>();

/** Groups, pairs and respondents belong to modules to the right; each hands in its desk when the program is composed. */
export function tieSubject(kind: Subject['kind'], desk: SubjectDesk): void {
  desks.set(kind, desk);
}

/** Scope rules read the records; the clinical connection knows nothing of houses. */
const inRecords = (ctx: ClinicalReadContext): ClinicalReadContext => ({ ...ctx, db: ctx.records });

const orNull = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof TirekError && error.wire.kind === 'not-found') return null;
    throw error;
  }
};

tieSubject('child', {
  facts: (ctx, id) => {
    const child = orNull(() => visibleChild(inRecords(ctx), id));
    return child && { name: child.shortName, code: child.code, birthDate: child.birthDate as PlainDate, sex: child.sex };
  },
  visible: (ctx) => {
    if (ctx.actor.institutionIds === 'all' && ctx.actor.childIds === 'all') return 'all';
    const scope = visibleChildren(ctx);
    return ctx.records.all<Pick<ChildEntity, 'id'>>(`SELECT c."id" FROM "child" c WHERE ${scope.sql}`, ...scope.params).map(({ id }) => id);
  },
});

tieSubject('mentor', {
  facts: (ctx, id) => {
    const mentor = orNull(() => visibleMentor(inRecords(ctx), id as never));
    return mentor && { name: shortName(mentor.name), code: '', birthDate: mentor.birthDate as PlainDate, sex: mentor.sex };
  },
  visible: (ctx) => {
    if (ctx.actor.institutionIds === 'all') return 'all';
    const scope = visibleMentors(inRecords(ctx));
    return ctx.records.all<Pick<MentorEntity, 'id'>>(`SELECT m."id" FROM "mentor" m WHERE ${scope.sql}`, ...scope.params).map(({ id }) => id);
  },
});

export const factsOf = (ctx: ClinicalReadContext, subject: Subject): SubjectFacts | null => desks.get(subject.kind)?.facts(ctx, subject.id) ?? null;

/** The facts, or *not found* for somebody whom this actor may not see. */
export function visibleSubject(ctx: ClinicalReadContext, subject: Subject): SubjectFacts {
  const facts = factsOf(ctx, subject);
  if (!facts) throw notFound();
  return facts;
}

/** The condition that keeps lists within the actor's scope; `r` is the header's row. */
export function visibleRecords(ctx: ClinicalReadContext): { sql: string; params: SqlValue[] } {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  for (const [kind, desk] of desks) {
    const ids = desk.visible(ctx);
    if (ids === 'all') continue;
    parts.push('NOT (r."subject_kind" = ? AND r."subject_id" NOT IN (SELECT value FROM json_each(?)))');
    params.push(kind, JSON.stringify(ids));
  }
  return { sql: parts.length > 0 ? parts.join(' AND ') : '1', params };
}
