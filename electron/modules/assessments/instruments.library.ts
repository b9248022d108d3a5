import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFound, refusal } from '../../../shared/kernel/errors';
import { LANGUAGES } from '../../../shared/kernel/roles';
import type { InstrumentCard } from '../../../shared/modules/assessments/assessments.model';
import { canonicalJson } from '../../../shared/modules/assessments/canonical-json';
import type { Instrument } from '../../../shared/modules/assessments/instrument.model';
import { loadInstrument } from '../../../shared/modules/assessments/instrument.loader';
import { formLanguages } from '../../../shared/modules/assessments/languages.rules';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { InstrumentDefinitionEntity } from './assessment.entity';
import { usesOf } from './assessments.repository';

export interface Definition {
  hash: string;
  instrument: Instrument;
  text: string;
}

export function definitionOf(instrument: Instrument): Definition {
  const text = canonicalJson(instrument);
  return { hash: createHash('sha256').update(text, 'utf8').digest('hex'), instrument, text };
}

const shipped = new Map<string, readonly Definition[]>();

/** The definitions that ship, read once a folder; a file that the loader refuses is a fault of the release and stops the start of its first use. */
export function builtIns(resourcesDir: string): readonly Definition[] {
  const known = shipped.get(resourcesDir);
  if (known) return known;
  const folder = join(resourcesDir, 'instruments');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'instrument.schema.json');
  const definitions = names.sort().map((name): Definition => {
    const loaded = loadInstrument(readFileSync(join(folder, name), 'utf8'));
    if (!loaded.ok) throw new Error(`${name} is no valid definition: ${loaded.errors[0]?.path ?? ''} ${loaded.errors[0]?.code ?? ''}`);
    return definitionOf(loaded.instrument);
  });
  shipped.set(resourcesDir, definitions);
  return definitions;
}

const parsed = new Map<string, Definition>();
const PARSED_AT_MOST = 200;

/** A stored text was accepted when it was stored; it is read again under today's limits, and never changes under its hash. */
function fromText(hash: string, text: string): Definition {
  const known = parsed.get(hash);
  if (known) return known;
  const loaded = loadInstrument(text);
  if (!loaded.ok) throw new Error('a stored definition is no longer accepted');
  const definition = { hash, instrument: loaded.instrument, text };
  if (parsed.size >= PARSED_AT_MOST) parsed.clear();
  parsed.set(hash, definition);
  return definition;
}

export function definition(ctx: ClinicalReadContext, hash: string): Definition {
  const shippedOne = builtIns(ctx.services.resourcesDir).find((one) => one.hash === hash);
  if (shippedOne) return shippedOne;
  const row = ctx.db.table(InstrumentDefinitionEntity).byId(hash);
  if (!row) throw notFound();
  return fromText(hash, row.text);
}

function cardOf(one: Definition, row: InstrumentDefinitionEntity | undefined, used: number): InstrumentCard {
  const { instrument } = one;
  return {
    hash: one.hash,
    instrumentId: instrument.id,
    version: instrument.version,
    kind: instrument.kind,
    title: instrument.title,
    origin: row?.origin ?? 'built-in',
    importedBy: row?.importedBy ?? null,
    importedAt: row?.importedAt ?? null,
    retired: row?.retired ?? false,
    items: instrument.items.length,
    scales: instrument.scales.length,
    respondent: instrument.audience.respondent,
    minAge: instrument.audience.minAge ?? null,
    maxAge: instrument.audience.maxAge ?? null,
    rights: instrument.rights.status,
    texts: Object.fromEntries(LANGUAGES.map((language) => [language, instrument.texts[language].status])) as InstrumentCard['texts'],
    forms: formLanguages(instrument),
    used,
  };
}

/** The library: what ships and what was imported; a definition that an earlier release shipped stays when something was measured with it. */
export function library(ctx: ClinicalReadContext): InstrumentCard[] {
  const stored = new Map(
    ctx.db
      .table(InstrumentDefinitionEntity)
      .where({})
      .map((row) => [row.id, row]),
  );
  const used = usesOf(ctx.db);
  const cards = builtIns(ctx.services.resourcesDir).map((one) => cardOf(one, stored.get(one.hash), used.get(one.hash) ?? 0));
  const here = new Set(cards.map(({ hash }) => hash));
  for (const row of stored.values()) {
    if (here.has(row.id)) continue;
    const count = used.get(row.id) ?? 0;
    if (row.origin === 'imported' || count > 0) cards.push(cardOf(fromText(row.id, row.text), row, count));
  }
  return cards.sort((a, b) => a.instrumentId.localeCompare(b.instrumentId) || b.version.localeCompare(a.version, 'en', { numeric: true }));
}

export function card(ctx: ClinicalReadContext, hash: string): { card: InstrumentCard; instrument: Instrument } {
  const one = definition(ctx, hash);
  return { card: cardOf(one, ctx.db.table(InstrumentDefinitionEntity).byId(hash), usesOf(ctx.db).get(hash) ?? 0), instrument: one.instrument };
}

/** Whether an id and version are free. One version of one questionnaire has one content, whoever made the file. */
function standing(ctx: ClinicalReadContext, one: Definition): 'new' | 'same' | 'taken' {
  const { id, version } = one.instrument;
  const builtIn = builtIns(ctx.services.resourcesDir).find(({ instrument }) => instrument.id === id && instrument.version === version);
  const row = ctx.db.table(InstrumentDefinitionEntity).where({ instrumentId: id, version })[0];
  const known = builtIn?.hash ?? row?.id;
  return known === undefined ? 'new' : known === one.hash ? 'same' : 'taken';
}

export function checkDefinition(ctx: ClinicalReadContext, text: string) {
  const loaded = loadInstrument(text);
  if (!loaded.ok) return { errors: loaded.errors, instrument: null, hash: null, known: 'new' as const };
  const one = definitionOf(loaded.instrument);
  return { errors: [], instrument: one.instrument, hash: one.hash, known: standing(ctx, one) };
}

export function importDefinition(ctx: ClinicalWriteContext, text: string): InstrumentCard {
  const loaded = loadInstrument(text);
  if (!loaded.ok) throw refusal('INSTRUMENT.INVALID', { count: loaded.errors.length });
  const one = definitionOf(loaded.instrument);
  const known = standing(ctx, one);
  if (known === 'taken') throw refusal('INSTRUMENT.VERSION_TAKEN', { id: one.instrument.id, version: one.instrument.version });
  if (known === 'new') keep(ctx, one, { origin: 'imported', importedBy: ctx.actor.name, importedAt: ctx.nowIso });
  return card(ctx, one.hash).card;
}

function keep(ctx: ClinicalWriteContext, one: Definition, from: Pick<InstrumentDefinitionEntity, 'origin' | 'importedBy' | 'importedAt'>): void {
  const { id, version } = one.instrument;
  ctx.db.table(InstrumentDefinitionEntity).insert({ id: one.hash, instrumentId: id, version, text: one.text, retired: false, ...from });
}

/** What is measured with is kept word for word, also when a later release ships it no more. */
export function keepUsed(ctx: ClinicalWriteContext, one: Definition): void {
  if (!ctx.db.table(InstrumentDefinitionEntity).exists(one.hash)) keep(ctx, one, { origin: 'built-in', importedBy: null, importedAt: null });
}

export function retire(ctx: ClinicalWriteContext, hash: string, retired: boolean): InstrumentCard {
  keepUsed(ctx, definition(ctx, hash));
  ctx.db.table(InstrumentDefinitionEntity).update(hash, { retired });
  return card(ctx, hash).card;
}

export const isRetired = (ctx: ClinicalReadContext, hash: string): boolean => ctx.db.table(InstrumentDefinitionEntity).byId(hash)?.retired ?? false;
