import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { invalid, notFound, TirekError } from '../../../shared/kernel/errors';
import { ScaleDraft, type ScaleSet } from '../../../shared/modules/art-therapy/observation.model';
import { versioned, wrongScales } from '../../../shared/modules/art-therapy/art-therapy.rules';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { GroupScaleSetEntity } from './sealed.entity';

const cache = new Map<string, ScaleDraft[]>();

function brought(resourcesDir: string): ScaleDraft[] {
  const known = cache.get(resourcesDir) ?? z.array(ScaleDraft).parse(JSON.parse(readFileSync(join(resourcesDir, 'group-scales.json'), 'utf8')));
  cache.set(resourcesDir, known);
  return known;
}

/** Newest last. What the vault keeps goes before what the program brings: words once used here never change. */
function setsOf(ctx: ClinicalReadContext): ScaleSet[] {
  const kept = ctx.db.table(GroupScaleSetEntity).where({}, 'version');
  if (kept.some(({ version }) => version === 1)) return kept;
  return [{ version: 1, scales: versioned(brought(ctx.services.resourcesDir), []), note: '', authorName: '', madeAt: null }, ...kept];
}

export const scaleSets = (ctx: ClinicalReadContext): ScaleSet[] =>
  setsOf(ctx)
    .map(({ version, scales, note, authorName, madeAt }) => ({ version, scales, note, authorName, madeAt }))
    .reverse();

export function setOfVersion(ctx: ClinicalReadContext, version: number): ScaleSet {
  const found = scaleSets(ctx).find((one) => one.version === version);
  if (!found) throw notFound();
  return found;
}

/** The set that a session is begun by stays in the vault, word for word. */
export function keepInForce(ctx: ClinicalWriteContext): number {
  const latest = setsOf(ctx).at(-1);
  if (!latest) throw notFound();
  const table = ctx.db.table(GroupScaleSetEntity);
  if (table.count({ version: latest.version }) === 0) table.insert({ id: ctx.newId(), ...latest });
  return latest.version;
}

export function publishScales(ctx: ClinicalWriteContext, input: { id: string; basedOn: number; scales: ScaleDraft[]; note: string }): ScaleSet[] {
  const table = ctx.db.table(GroupScaleSetEntity);
  if (table.exists(input.id)) return scaleSets(ctx);
  const sets = setsOf(ctx);
  const latest = sets.at(-1)?.version ?? 0;
  if (latest !== input.basedOn) throw new TirekError({ kind: 'conflict', code: 'GROUP.SCALES_CHANGED_MEANWHILE' });
  const wrong = wrongScales(input.scales);
  if (wrong.length > 0) throw invalid(wrong);
  keepInForce(ctx);
  const scales = versioned(
    input.scales,
    sets.map((set) => set.scales),
  );
  table.insert({ id: input.id, version: latest + 1, scales, note: input.note, authorName: ctx.actor.name, madeAt: ctx.nowIso });
  return scaleSets(ctx);
}
