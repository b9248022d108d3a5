import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { RowId } from '../../../shared/kernel/ids';
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date';
import type { FileContent } from '../../../shared/modules/documents/documents.model';
import type { TemplateRecord, TemplateRow } from '../../../shared/modules/documents/documents.settings.model';
import type { GuestContractData } from '../../../shared/papers/guest-contract.data';
import { fillTemplate, readTemplate } from '../../../shared/papers/template';
import type { Template } from '../../../shared/papers/template.model';
import type { ReadContext, StepsContext, WriteContext } from '../../ipc/context';
import { TemplateVersionEntity } from './document.entity';
import { sampleContract } from './sample-contract';

type TemplateContext = Pick<ReadContext, 'db' | 'services'>;

interface BuiltIn {
  template: Template;
  text: string;
}

const cache = new Map<string, BuiltIn[]>();

/** The contracts that ship with the program. They never change under an organisation: it saves versions of its own. */
function builtIn(resourcesDir: string): BuiltIn[] {
  let found = cache.get(resourcesDir);
  if (!found) {
    const folder = join(resourcesDir, 'templates');
    found = readdirSync(folder)
      .filter((name) => name.startsWith('guest-contract-') && name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        const read = readTemplate(text);
        return read.ok ? [{ template: read.template, text }] : [];
      });
    cache.set(resourcesDir, found);
  }
  return found;
}

const parsed = (text: string): Template => {
  const read = readTemplate(text);
  if (!read.ok) throw refusal('TEMPLATE.UNKNOWN_FIELD', { detail: read.faults[0]?.detail ?? '' });
  return read.template;
};

const ownVersions = (context: TemplateContext, templateId: string): TemplateVersionEntity[] =>
  context.db
    .table(TemplateVersionEntity)
    .where({ templateId }, 'savedAt')
    .sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom) || a.savedAt.localeCompare(b.savedAt));

export interface TemplateInForce {
  id: string;
  version: string;
  template: Template;
}

/** The organisation's newest version that is in force on a day, or the built-in one. */
export function templateInForce(context: TemplateContext, jurisdiction: 'kz' | 'ru', on: PlainDate): TemplateInForce {
  const base = builtIn(context.services.resourcesDir).find(({ template }) => template.jurisdiction === jurisdiction);
  if (!base) throw new Error(`no template for ${jurisdiction}`);
  const own = ownVersions(context, base.template.id)
    .filter((row) => row.inForceFrom <= on)
    .at(-1);
  return own
    ? { id: base.template.id, version: own.version, template: parsed(own.text) }
    : { id: base.template.id, version: base.template.version, template: base.template };
}

export function templateRows(context: ReadContext): TemplateRow[] {
  return builtIn(context.services.resourcesDir).map(({ template }) => ({
    id: template.id,
    title: Object.values(template.title)[0] ?? template.id,
    jurisdiction: template.jurisdiction,
    languages: template.languages,
    inForce: templateInForce(context, template.jurisdiction, context.today).version,
    versions: [
      ...ownVersions(context, template.id)
        .reverse()
        .map((row) => ({
          version: row.version,
          origin: 'organisation' as const,
          inForceFrom: row.inForceFrom as PlainDate,
          savedAt: row.savedAt,
          savedBy: row.savedBy,
          note: row.note,
        })),
      {
        version: template.version,
        origin: 'built-in' as const,
        inForceFrom: template.inForceFrom as PlainDate,
        savedAt: null,
        savedBy: '',
        note: template.note,
      },
    ],
  }));
}

export function templateRecord(context: ReadContext, input: { id: string; version: string }): TemplateRecord {
  const base = builtIn(context.services.resourcesDir).find(({ template }) => template.id === input.id);
  if (!base) throw notFound();
  if (base.template.version === input.version) {
    return {
      rowId: null,
      id: input.id,
      version: input.version,
      origin: 'built-in',
      inForceFrom: base.template.inForceFrom as PlainDate,
      note: base.template.note,
      text: base.text,
    };
  }
  const own = ownVersions(context, input.id).find((row) => row.version === input.version);
  if (!own) throw notFound();
  return {
    rowId: own.id as RowId,
    id: input.id,
    version: own.version,
    origin: 'organisation',
    inForceFrom: own.inForceFrom as PlainDate,
    note: own.note,
    text: own.text,
  };
}

export function saveTemplateVersion(
  context: WriteContext,
  input: { id: string; templateId: string; basedOn: string; note: string; inForceFrom: PlainDate; text: string },
): TemplateRecord {
  const table = context.db.table(TemplateVersionEntity);
  const before = table.byId(input.id);
  if (before) return templateRecord(context, { id: before.templateId, version: before.version });
  templateRecord(context, { id: input.templateId, version: input.basedOn });
  const read = readTemplate(input.text);
  if (!read.ok) throw invalid(read.faults.map((fault) => ({ path: `text.${fault.path}`, code: fault.code, params: { detail: fault.detail } })));
  const { template } = read;
  const base = builtIn(context.services.resourcesDir).find((one) => one.template.id === input.templateId);
  if (template.id !== input.templateId || template.jurisdiction !== base?.template.jurisdiction)
    throw invalid([{ path: 'text.id', code: 'TEMPLATE.SHAPE' }]);
  // Yesterday at the latest: a text that comes into force in the past would rewrite what was valid when papers were issued.
  if (input.inForceFrom < addDays(context.today, -1)) throw invalid([{ path: 'inForceFrom', code: 'DATE.IN_PAST' }]);
  const own = ownVersions(context, input.templateId);
  const latest = [...own].sort((a, b) => a.savedAt.localeCompare(b.savedAt)).at(-1)?.version ?? base.template.version;
  if (latest !== input.basedOn) throw refusal('TEMPLATE.CHANGED_MEANWHILE', { version: latest });
  const version = `${base.template.version}.${String(own.length + 1)}`;
  table.insert({
    id: input.id,
    templateId: input.templateId,
    version,
    text: JSON.stringify({ ...template, version, inForceFrom: input.inForceFrom }),
    inForceFrom: input.inForceFrom,
    note: input.note,
    savedAt: context.nowIso,
    savedBy: context.actor.name,
  });
  return templateRecord(context, { id: input.templateId, version });
}

/** A template filled with people who do not exist, as it will look. */
export async function previewTemplate(
  context: StepsContext,
  input: { templateId: string; version: string | null; text: string | null; language: 'kk' | 'ru' | 'both' },
): Promise<FileContent> {
  const template = context.read((reading): Template => {
    if (input.text !== null) return parsed(input.text);
    const row = templateRows(reading).find(({ id }) => id === input.templateId);
    return parsed(templateRecord(reading, { id: input.templateId, version: input.version ?? row?.inForce ?? '' }).text);
  });
  const languages = input.language === 'both' ? template.languages : [input.language];
  const sample: GuestContractData = sampleContract(template.jurisdiction);
  const paper = fillTemplate(template, sample, {
    masked: false,
    isDraft: true,
    languages,
    layout: languages.length === 2 ? 'side-by-side' : 'single',
    issuedAt: context.now.toISOString(),
  });
  const bytes = await context.services.pdf.render(paper, { signal: context.signal });
  return { fileName: 'template.pdf', mediaType: 'application/pdf', base64: Buffer.from(bytes).toString('base64') };
}
