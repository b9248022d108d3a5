import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invalid, notFound, refusal, TirekError } from '../../../shared/kernel/errors';
import { BuiltInGuide, type GuideContent, type GuideLine, type GuideRecord, type GuideVersion } from '../../../shared/modules/interviews/guide.model';
import { wrongGuide } from '../../../shared/modules/interviews/guide.rules';
import { questionsOf } from '../../../shared/modules/interviews/interview.rules';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { InterviewGuideEntity } from './interview.entity';
import { interviewsPerVersion } from './interviews.repository';

interface KnownVersion {
  guideId: string;
  version: number;
  content: GuideContent;
  note: string;
  authorName: string;
  madeAt: string | null;
  retired: boolean;
}

const cache = new Map<string, BuiltInGuide[]>();

export function builtInGuides(resourcesDir: string): BuiltInGuide[] {
  let guides = cache.get(resourcesDir);
  if (!guides) {
    const folder = join(resourcesDir, 'interview-guides');
    guides = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => BuiltInGuide.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    cache.set(resourcesDir, guides);
  }
  return guides;
}

const shipped = ({ id, version, ...content }: BuiltInGuide): KnownVersion => ({
  guideId: id,
  version,
  content,
  note: '',
  authorName: '',
  madeAt: null,
  retired: false,
});

/** What the vault keeps goes before what the program brings: a version once used here never changes its words. */
function versionsOf(ctx: ClinicalReadContext, guideId: string): KnownVersion[] {
  const kept: KnownVersion[] = ctx.db.table(InterviewGuideEntity).where({ guideId }, 'version');
  const newest = kept.at(-1);
  const brought = builtInGuides(ctx.services.resourcesDir).find((guide) => guide.id === guideId);
  if (!brought || kept.some((one) => one.version === brought.version) || (newest && newest.version > brought.version)) return kept;
  return [...kept, { ...shipped(brought), retired: newest?.retired ?? false }];
}

export function guideInForce(ctx: ClinicalReadContext, guideId: string): KnownVersion {
  const latest = versionsOf(ctx, guideId).at(-1);
  if (!latest) throw notFound();
  return latest;
}

export function guideOfVersion(ctx: ClinicalReadContext, guideId: string, version: number): GuideContent {
  const [found] = ctx.db.table(InterviewGuideEntity).where({ guideId, version });
  if (!found) throw notFound();
  return found.content;
}

/** The version an interview is begun by stays in the vault, word for word. */
export function keepVersion(ctx: ClinicalWriteContext, version: KnownVersion): void {
  const table = ctx.db.table(InterviewGuideEntity);
  if (table.count({ guideId: version.guideId, version: version.version }) === 0) table.insert({ id: ctx.newId(), ...version });
}

const isBuiltIn = (ctx: ClinicalReadContext, guideId: string): boolean =>
  builtInGuides(ctx.services.resourcesDir).some((guide) => guide.id === guideId);

export function guideLines(ctx: ClinicalReadContext): GuideLine[] {
  const used = interviewsPerVersion(ctx.db);
  const ids = new Set([
    ...builtInGuides(ctx.services.resourcesDir).map((guide) => guide.id),
    ...ctx.db
      .table(InterviewGuideEntity)
      .where({}, 'guideId')
      .map((row) => row.guideId),
  ]);
  return [...ids].map((guideId) => {
    const latest = guideInForce(ctx, guideId);
    return {
      guideId,
      version: latest.version,
      audience: latest.content.audience,
      title: latest.content.title,
      sections: latest.content.sections.length,
      questions: questionsOf(latest.content).length,
      builtIn: isBuiltIn(ctx, guideId),
      retired: latest.retired,
      changedAt: latest.madeAt,
      changedBy: latest.authorName,
      used: used.filter((row) => row.guideId === guideId).reduce((sum, row) => sum + row.count, 0),
    };
  });
}

export function guideRecord(ctx: ClinicalReadContext, guideId: string, version?: number): GuideRecord {
  const versions = versionsOf(ctx, guideId);
  const latest = versions.at(-1);
  const shown = version === undefined ? latest : versions.find((one) => one.version === version);
  if (!latest || !shown) throw notFound();
  const used = interviewsPerVersion(ctx.db);
  return {
    guideId,
    version: shown.version,
    latest: latest.version,
    builtIn: isBuiltIn(ctx, guideId),
    retired: latest.retired,
    content: shown.content,
    versions: versions
      .map((one): GuideVersion => ({
        guideId,
        version: one.version,
        note: one.note,
        authorName: one.authorName,
        madeAt: one.madeAt,
        used: used.find((row) => row.guideId === guideId && row.version === one.version)?.count ?? 0,
      }))
      .reverse(),
  };
}

interface Publication {
  id: string;
  guideId: string;
  basedOn: number;
  content: GuideContent;
  note: string;
}

/** A changed guide is a further version: nothing that was written under an earlier one moves. */
export function publishGuide(ctx: ClinicalWriteContext, input: Publication): GuideRecord {
  const table = ctx.db.table(InterviewGuideEntity);
  if (table.byId(input.id)?.guideId === input.guideId) return guideRecord(ctx, input.guideId);
  const latest = versionsOf(ctx, input.guideId).at(-1);
  if ((latest?.version ?? 0) !== input.basedOn) throw new TirekError({ kind: 'conflict', code: 'GUIDE.CHANGED_MEANWHILE' });
  if (latest && latest.content.audience !== input.content.audience) throw refusal('GUIDE.AUDIENCE_FIXED');
  const wrong = wrongGuide(input.content);
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ ...field, path: `content.${field.path}` })));
  if (latest) keepVersion(ctx, latest);
  table.insert({
    id: input.id,
    guideId: input.guideId,
    version: input.basedOn + 1,
    content: input.content,
    note: input.note,
    authorName: ctx.actor.name,
    madeAt: ctx.nowIso,
    retired: latest?.retired ?? false,
  });
  return guideRecord(ctx, input.guideId);
}

export function retireGuide(ctx: ClinicalWriteContext, guideId: string, retired: boolean): GuideRecord {
  keepVersion(ctx, guideInForce(ctx, guideId));
  const table = ctx.db.table(InterviewGuideEntity);
  for (const row of table.where({ guideId })) table.update(row.id, { retired });
  return guideRecord(ctx, guideId);
}
