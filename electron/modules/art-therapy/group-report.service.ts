import { notFound, refusal } from '../../../shared/kernel/errors';
import type { Language } from '../../../shared/kernel/roles';
import { wasThere } from '../../../shared/modules/art-therapy/art-therapy.rules';
import { initialsOf, plainMarks, withInitials, type NamedChild } from '../../../shared/modules/art-therapy/names.rules';
import { wordsOf } from '../../../shared/modules/art-therapy/scale-words';
import { longDate, shortDate } from '../../../shared/papers/dates';
import type { Block, Paper } from '../../../shared/papers/paper.model';
import type { ClinicalReadContext, ClinicalStepsContext } from '../../ipc/context';
import { ClinicalAmendmentEntity, filesOf, visibleRecord } from '../clinical';
import { namedMembers, observationRows } from './group-session.record';
import type { ArtGroupEntity } from './group.entity';
import { inRecords, ownGroup } from './groups.policy';
import { filled, TEXTS } from './report.texts';
import { setOfVersion } from './scales.service';
import { GroupPlanEntity, GroupSessionEntity } from './sealed.entity';
import { attendanceOf, expectedAt, sessionsOf, sharedRow } from './shared-layer';

interface Printing {
  groupId: string;
  sessionId?: string | undefined;
  language: Language;
  reason: string;
}

interface Pen {
  language: Language;
  /** Names become initials, marks become their words. */
  say: (text: string) => string;
  initials: (childId: string) => string;
}

function penFor(members: readonly NamedChild[], language: Language): Pen {
  const known = new Map(members.map(({ id, name }) => [id, initialsOf(name)]));
  return {
    language,
    say: (text) => plainMarks(withInitials(text, members)),
    initials: (childId) => known.get(childId) ?? '…',
  };
}

/** Signed sessions in the order of days. */
function signedSessions(ctx: ClinicalReadContext, groupId: string, sessionId?: string): GroupSessionEntity[] {
  const rows = new Map(
    ctx.db
      .table(GroupSessionEntity)
      .where({ groupId })
      .map((row) => [row.id, row]),
  );
  if (sessionId !== undefined && !rows.has(sessionId)) throw notFound();
  const signed = sessionsOf(ctx.records, groupId)
    .flatMap(({ id }) => rows.get(id) ?? [])
    .filter(
      ({ id, pending }) => pending?.kind !== 'drop' && (sessionId === undefined || id === sessionId) && visibleRecord(ctx, id).state === 'signed',
    );
  if (signed.length === 0) throw refusal('GROUP.NOTHING_SIGNED');
  return signed;
}

const labelled = (label: string, text: string): Block[] =>
  text.trim() === '' ? [] : [{ kind: 'paragraph', text: [{ text: `${label}: `, bold: true }, text] }];

function observationText(ctx: ClinicalReadContext, session: GroupSessionEntity, childId: string, pen: Pen): string {
  const t = TEXTS[pen.language];
  const fields = observationRows(ctx, session.id).find((row) => row.childId === childId)?.fields;
  if (!fields) return '';
  const levels = setOfVersion(ctx, session.scaleSet).scales.flatMap((scale) => {
    const level = fields.levels[scale.code];
    return level === undefined ? [] : [`${wordsOf(scale.title, pen.language)} ${String(level)}/${String(scale.levels.length)}`];
  });
  return [
    levels.join(', '),
    fields.themes.length === 0 ? '' : `${t.themes}: ${fields.themes.map(pen.say).join(', ')}`,
    fields.words === '' ? '' : `«${pen.say(fields.words)}»`,
    pen.say(fields.text),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n');
}

function sessionBlocks(ctx: ClinicalReadContext, session: GroupSessionEntity, pen: Pen): Block[] {
  const t = TEXTS[pen.language];
  const row = sharedRow(ctx.records, session.id);
  const attendance = attendanceOf(ctx.records, session.id);
  const rows = expectedAt(ctx.records, row).map((childId) => {
    const there = attendance.get(childId);
    return [pen.initials(childId), there && !wasThere(there) ? t.absent : observationText(ctx, session, childId, pen)];
  });
  const amendments = ctx.db.table(ClinicalAmendmentEntity).where({ recordId: session.id }, 'at');
  return [
    { kind: 'heading', text: `${longDate(row.shared.onDate, pen.language)} · «${pen.say(row.shared.theme)}»` },
    ...labelled(t.technique, pen.say(session.content.technique)),
    ...labelled(t.materials, pen.say(row.shared.materials)),
    ...labelled(t.course, pen.say(session.content.course)),
    ...labelled(t.process, pen.say(session.content.process)),
    { kind: 'table', head: [t.child, t.observations], rows, widths: [60, '*'], small: true },
    ...(amendments.length === 0
      ? []
      : [{ kind: 'list' as const, items: amendments.map(({ text, reason }) => `${t.amendments}: ${pen.say(`${text} (${reason})`)}`) }]),
    { kind: 'paragraph', text: filled(t.drawings, { count: filesOf(ctx, session.id).length }), small: true },
  ];
}

function headBlocks(title: string, group: ArtGroupEntity, rows: [string, string][], language: Language): Block[] {
  const t = TEXTS[language];
  const { name, place, agesFrom, agesTo } = group.fields;
  return [
    { kind: 'mark', text: t.mark },
    { kind: 'title', text: title },
    {
      kind: 'pairs',
      rows: [[t.group, name], [t.ages, filled(t.years, { from: agesFrom, to: agesTo })], [t.place, place], ...rows].filter(
        (row): row is [string, string] => row[1] !== '',
      ),
    },
  ];
}

const periodOf = (ctx: ClinicalReadContext, sessions: readonly GroupSessionEntity[]): string => {
  const days = sessions.map(({ id }) => sharedRow(ctx.records, id).onDate);
  return `${shortDate(days[0] ?? '')} – ${shortDate(days.at(-1) ?? '')} (${String(days.length)})`;
};

const paper = (ctx: ClinicalReadContext, language: Language, blocks: Block[]): Paper => {
  const t = TEXTS[language];
  return { kind: t.mark, language, orientation: 'portrait', fontSize: 11, issuedAt: ctx.nowIso, footer: t.footer, blocks };
};

function groupPaper(ctx: ClinicalReadContext, input: Printing): Paper {
  const t = TEXTS[input.language];
  const group = ownGroup(inRecords(ctx), input.groupId);
  const sessions = signedSessions(ctx, input.groupId, input.sessionId);
  const pen = penFor(namedMembers(ctx, input.groupId), input.language);
  return paper(ctx, input.language, [
    ...headBlocks(t.groupTitle, group, [[t.period, periodOf(ctx, sessions)]], input.language),
    { kind: 'paragraph', text: `${t.initials} ${t.unsigned}`, small: true },
    ...sessions.flatMap((session) => sessionBlocks(ctx, session, pen)),
    { kind: 'signatures', parties: [{ title: t.signer, lines: [], signer: ctx.actor.name }] },
  ]);
}

/** First and last level of each child on each scale, within one version of the scale. */
function levelRows(ctx: ClinicalReadContext, sessions: readonly GroupSessionEntity[], pen: Pen): string[][] {
  const spans = new Map<string, { child: string; title: string; version: number; of: number; levels: number[] }>();
  for (const session of sessions) {
    const { scales } = setOfVersion(ctx, session.scaleSet);
    for (const { childId, fields } of observationRows(ctx, session.id)) {
      for (const scale of scales) {
        const level = fields.levels[scale.code];
        if (level === undefined) continue;
        const key = `${childId}/${scale.code}/${String(scale.version)}`;
        const span = spans.get(key) ?? {
          child: pen.initials(childId),
          title: wordsOf(scale.title, pen.language),
          version: scale.version,
          of: scale.levels.length,
          levels: [],
        };
        span.levels.push(level);
        spans.set(key, span);
      }
    }
  }
  return [...spans.values()]
    .sort((a, b) => a.child.localeCompare(b.child) || a.title.localeCompare(b.title) || a.version - b.version)
    .map(({ child, title, version, of, levels }) => [
      child,
      `${title} (v${String(version)})`,
      `${String(levels[0] ?? '')}/${String(of)}`,
      `${String(levels.at(-1) ?? '')}/${String(of)}`,
      String(levels.length),
    ]);
}

function seriesPaper(ctx: ClinicalReadContext, input: Printing): Paper {
  const t = TEXTS[input.language];
  const group = ownGroup(inRecords(ctx), input.groupId);
  const sessions = signedSessions(ctx, input.groupId);
  const pen = penFor(namedMembers(ctx, input.groupId), input.language);
  const lines = sessions.map((session) => {
    const row = sharedRow(ctx.records, session.id);
    const came = [...attendanceOf(ctx.records, session.id).values()].filter(wasThere).length;
    const expected = expectedAt(ctx.records, row).length;
    return [shortDate(row.onDate), pen.say(row.shared.theme), pen.say(session.content.technique), filled(t.attendedOf, { came, all: expected })];
  });
  const levels = levelRows(ctx, sessions, pen);
  return paper(ctx, input.language, [
    ...headBlocks(t.seriesTitle, group, [[t.period, periodOf(ctx, sessions)]], input.language),
    ...labelled(t.aim, pen.say(ctx.db.table(GroupPlanEntity).byId(input.groupId)?.fields.aim ?? '')),
    { kind: 'table', head: [t.date, t.theme, t.technique, t.attended], rows: lines, widths: [60, '*', 130, 60], small: true },
    ...(levels.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: t.levels },
          {
            kind: 'table' as const,
            head: [t.child, t.scale, t.first, t.last, t.period],
            rows: levels,
            widths: [60, '*', 60, 60, 60] as (number | '*')[],
            small: true,
          },
          { kind: 'paragraph' as const, text: t.versions, small: true },
        ]),
    { kind: 'paragraph', text: `${t.initials} ${t.unsigned}`, small: true },
    { kind: 'signatures', parties: [{ title: t.signer, lines: [], signer: ctx.actor.name }] },
  ]);
}

async function printed(ctx: ClinicalStepsContext, input: Printing, make: (ctx: ClinicalReadContext, input: Printing) => Paper) {
  const bytes = await ctx.services.pdf.render(
    ctx.read((c) => make(c, input)),
    { signal: ctx.signal },
  );
  ctx.transaction((tx) => {
    tx.journal({ action: 'art-therapy.printed', subject: 'group', subjectId: input.groupId, detail: { reason: input.reason } });
  });
  return { pdf: Buffer.from(bytes).toString('base64'), fileName: `report-${ctx.today}.pdf` };
}

export const groupReport = (ctx: ClinicalStepsContext, input: Printing) => printed(ctx, input, groupPaper);
export const seriesSummary = (ctx: ClinicalStepsContext, input: Printing) => printed(ctx, input, seriesPaper);
