import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invalid, refusal } from '../../../shared/kernel/errors';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { RulePackRecord } from '../../../shared/modules/documents/documents.settings.model';
import { RulePack } from '../../../shared/papers/rule-pack.model';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { RuleParametersEntity } from './document.entity';

type RulesContext = Pick<ReadContext, 'db' | 'services'>;
type Values = RulePackRecord['parameters'];

const cache = new Map<string, RulePack[]>();

function builtIn(resourcesDir: string): RulePack[] {
  let packs = cache.get(resourcesDir);
  if (!packs) {
    const folder = join(resourcesDir, 'rule-packs');
    packs = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => RulePack.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    cache.set(resourcesDir, packs);
  }
  return packs;
}

const latest = <T extends { inForceFrom: string }>(rows: readonly T[], on: PlainDate): T | undefined =>
  rows
    .filter((row) => row.inForceFrom <= on)
    .sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom))
    .at(-1);

export interface RulesInForce {
  pack: RulePack;
  version: string;
  inForceFrom: PlainDate;
  checkedBy: string;
  checkedOn: PlainDate | null;
  source: string;
  values: Values;
}

/** The pack of a jurisdiction on a day, with the organisation's own periods over it. */
export function rulesInForce(context: RulesContext, jurisdiction: 'kz' | 'ru', on: PlainDate): RulesInForce {
  const packs = builtIn(context.services.resourcesDir).filter((pack) => pack.jurisdiction === jurisdiction);
  const pack = latest(packs, on) ?? packs[0];
  if (!pack) throw new Error(`no rule pack for ${jurisdiction}`);
  const own = latest(context.db.table(RuleParametersEntity).where({ jurisdiction }), on);
  const base: Values = Object.fromEntries(Object.entries(pack.parameters).map(([name, { value }]) => [name, value]));
  return own
    ? {
        pack,
        version: `${pack.version}+${own.version}`,
        inForceFrom: own.inForceFrom as PlainDate,
        checkedBy: own.checkedBy,
        checkedOn: own.checkedOn as PlainDate,
        source: own.sourceNote,
        values: { ...base, ...own.parameters },
      }
    : {
        pack,
        version: pack.version,
        inForceFrom: pack.inForceFrom as PlainDate,
        checkedBy: pack.checkedBy,
        checkedOn: pack.checkedOn as PlainDate | null,
        source: pack.source,
        values: base,
      };
}

/** A period or age by its name; null when the rules name none. */
export const numberOf = (rules: RulesInForce, name: string): number | null => {
  const value = rules.values[name];
  return typeof value === 'number' ? value : null;
};

const ownRecord = (row: RuleParametersEntity, isInForce: boolean): RulePackRecord => ({
  id: row.id,
  jurisdiction: row.jurisdiction,
  version: row.version,
  origin: 'organisation',
  inForceFrom: row.inForceFrom as PlainDate,
  sourceNote: row.sourceNote,
  checkedBy: row.checkedBy,
  checkedOn: row.checkedOn as PlainDate,
  isInForce,
  parameters: row.parameters,
  sources: {},
});

const builtInRecord = (pack: RulePack, isInForce: boolean): RulePackRecord => ({
  id: pack.id,
  jurisdiction: pack.jurisdiction,
  version: pack.version,
  origin: 'built-in',
  inForceFrom: pack.inForceFrom as PlainDate,
  sourceNote: pack.source,
  checkedBy: pack.checkedBy,
  checkedOn: pack.checkedOn as PlainDate | null,
  isInForce,
  parameters: Object.fromEntries(Object.entries(pack.parameters).map(([name, { value }]) => [name, value])),
  sources: Object.fromEntries(Object.entries(pack.parameters).map(([name, { source, tag }]) => [name, { source, tag }])),
});

/** Newest first; both the pack of the program and the organisation's own periods are marked when they are in force. */
export function ruleRecords(context: ReadContext, input: { jurisdiction: 'kz' | 'ru' | null }): RulePackRecord[] {
  const jurisdictions = input.jurisdiction ? [input.jurisdiction] : (['kz', 'ru'] as const);
  return jurisdictions.flatMap((jurisdiction) => {
    const packs = builtIn(context.services.resourcesDir).filter((pack) => pack.jurisdiction === jurisdiction);
    const own = context.db.table(RuleParametersEntity).where({ jurisdiction });
    const [packNow, ownNow] = [latest(packs, context.today), latest(own, context.today)];
    return [...own.map((row) => ownRecord(row, row === ownNow)), ...packs.map((pack) => builtInRecord(pack, pack === packNow))].sort((a, b) =>
      b.inForceFrom.localeCompare(a.inForceFrom),
    );
  });
}

interface SaveInput {
  id: string;
  jurisdiction: 'kz' | 'ru';
  inForceFrom: PlainDate;
  sourceNote: string;
  checkedBy: string;
  checkedOn: PlainDate;
  parameters: Values;
}

export function saveRuleParameters(context: WriteContext, input: SaveInput): RulePackRecord {
  const table = context.db.table(RuleParametersEntity);
  const before = table.byId(input.id);
  if (before) return ownRecord(before, false);
  if (input.checkedOn > context.today) throw invalid([{ path: 'checkedOn', code: 'DATE.IN_FUTURE' }]);
  const { pack } = rulesInForce(context, input.jurisdiction, context.today);
  const wrong = Object.entries(input.parameters).flatMap(([name, value]) => {
    const known = pack.parameters[name];
    if (!known) return [{ path: `parameters.${name}`, code: 'RULES.UNKNOWN_PARAMETER' }];
    const isPeriod = value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1200);
    return typeof known.value === 'boolean' || typeof known.value === 'string' || isPeriod
      ? []
      : [{ path: `parameters.${name}`, code: 'RULES.NOT_A_PERIOD' }];
  });
  if (wrong.length > 0) throw invalid(wrong);
  if (table.where({ jurisdiction: input.jurisdiction, inForceFrom: input.inForceFrom }).length > 0)
    throw refusal('RULES.DATE_TAKEN', { date: input.inForceFrom });
  table.insert({
    ...input,
    version: `o${String(table.count({ jurisdiction: input.jurisdiction }) + 1)}`,
    savedAt: context.nowIso,
    savedBy: context.actor.name,
  });
  const saved = table.byId(input.id);
  if (!saved) throw new Error('the saved rules are gone');
  return ownRecord(saved, rulesInForce(context, input.jurisdiction, context.today).version.endsWith(`+${saved.version}`));
}
