import type { PlainDate } from '../../kernel/plain-date';
import { ageOn } from '../../kernel/plain-date';
import type { Language } from '../../kernel/roles';
import { answerTo, checkAnswers, filledForm, inFormOrder } from './answers';
import { bandsFor } from './bands';
import { evaluate, holds, references } from './expression';
import type { Derived, Instrument, Scale, TextStatus } from './instrument.model';
import type { Person } from './norms';
import { normFor } from './norms';
import { clamp, roundedHalfAway, withoutNoise } from './numbers';
import { reversed } from './options';
import type { AnswerError, Answers, NormSex, NotScored, RaisedAlert, ScaleResult, ScoreResult, SOURCES } from './result.model';
import { ENGINE_VERSION } from './result.model';
import { validityFlags } from './validity';

export interface ScoreContext {
  language: Language;
  source: (typeof SOURCES)[number];
  sex: NormSex | null;
  /** Full years at the date of the test; or the two dates that give it. */
  ageYears?: number | null;
  birthDate?: PlainDate | null;
  testDate?: PlainDate | null;
  /** Seconds by item; heeded only when the form was filled in on screen. */
  seconds?: Readonly<Record<string, number>>;
  /** Only this norm; without it, the definition's first that applies. */
  normId?: string;
  /** The standing of the wording that was in fact used, where the definition does not hold it (a paper form of one's own). */
  textStatus?: TextStatus;
}

export type ScoreOutcome = { ok: true; result: ScoreResult } | { ok: false; errors: AnswerError[] };

interface Computed {
  raw: number | null;
  notScored: NotScored | null;
  prorated: boolean;
  answered: number;
}

/** The rules of instruments.md B.1 in their order. Pure: the same definition and answers always give the same result. */
export function score(instrument: Instrument, answers: Answers, context: ScoreContext): ScoreOutcome {
  const errors = checkAnswers(instrument, answers); // 1
  if (errors.length > 0) return { ok: false, errors };
  const alerts = raisedAlerts(instrument, answers); // 2
  const form = filledForm(instrument, answers);
  const person: Person = { ageYears: ageOf(context), sex: context.sex };
  const textStatus = context.textStatus ?? instrument.texts[context.language].status;
  const computed = new Map(instrument.scales.map((scale) => [scale.id, computeScale(scale, form.values)])); // 3, 4, 5
  const read = (about: Scale | Derived, result: Computed) => withReadings(instrument, about, result, { ...context, ...person, textStatus }); // 6, 7
  const scales = [
    ...instrument.scales.map((scale) => read(scale, computed.get(scale.id) ?? notScored('not-computable', 0, 0))),
    ...computeDerived(instrument, computed).map(({ composite, result }) => read(composite, result)),
  ];
  const seconds = context.source === 'screen' ? (context.seconds ?? null) : null;
  return {
    ok: true,
    result: {
      instrument: { id: instrument.id, version: instrument.version },
      engine: ENGINE_VERSION,
      language: context.language,
      textStatus,
      source: context.source,
      ...person,
      scales,
      alerts,
      flags: validityFlags(instrument, { ...person, answers, form, scales, seconds }),
      missing: [...form.missing],
      skipped: [...form.skipped],
    },
  };
}

function ageOf({ ageYears, birthDate, testDate }: ScoreContext): number | null {
  if (ageYears !== undefined && ageYears !== null) return Math.floor(ageYears);
  return birthDate && testDate && birthDate <= testDate ? ageOn(birthDate, testDate) : null;
}

/** Rule 2. By the answers as given, so that an alert holds whatever becomes of the scales. */
export function raisedAlerts(instrument: Instrument, answers: Answers): RaisedAlert[] {
  return inFormOrder(instrument).flatMap(({ id, n, alert }): RaisedAlert[] => {
    if (!alert || !holds(alert.when, (ref) => answerTo(answers, ref.id))) return [];
    return [{ item: id, n, level: alert.level, text: alert.text, value: answerTo(answers, id) }];
  });
}

const notScored = (code: NotScored['code'], answered: number, needed: number): Computed => ({
  raw: null,
  notScored: { code, answered, needed },
  prorated: false,
  answered,
});

function computeScale(scale: Scale, values: ReadonlyMap<string, number>): Computed {
  let [total, weights, answeredWeights, answered] = [0, 0, 0, 0];
  for (const item of scale.items) {
    const weight = item.weight ?? 1;
    weights += weight;
    const value = values.get(item.id);
    if (value === undefined) continue;
    answered += 1;
    answeredWeights += weight;
    total += weight * (item.sign === -1 && item.reverse ? reversed(value, item.reverse) : value);
  }
  const needed = scale.missing.minAnswered;
  if (answered < needed || answered === 0) return notScored('too-few-answers', answered, Math.max(needed, 1));
  const prorated = answered < scale.items.length && (scale.agg === 'mean' || scale.missing.method === 'personMean');
  const aggregate = scale.agg === 'mean' ? total / answeredWeights : prorated ? (total * weights) / answeredWeights : total;
  const raw = aggregate * (scale.post?.mul ?? 1) + (scale.post?.add ?? 0);
  // Only items of unlike ranges can carry a prorated value out of the scale.
  return { raw: clamp(raw, scale.range[0], scale.range[1]), notScored: null, prorated, answered };
}

/** Composites in an order in which each finds what it needs; the loader has refused circles. */
function computeDerived(instrument: Instrument, scales: ReadonlyMap<string, Computed>): { composite: Derived; result: Computed }[] {
  const done = new Map<string, Computed>();
  const compute = (composite: Derived): Computed => {
    const known = done.get(composite.id);
    if (known) return known;
    const parts = references(composite.expr).map((ref) => {
      const inner = ref.kind === 'derived' ? instrument.derived.find((one) => one.id === ref.id) : undefined;
      return ref.kind === 'scale' ? scales.get(ref.id) : inner ? compute(inner) : undefined;
    });
    const value = evaluate(composite.expr, (ref) => (ref.kind === 'scale' ? scales : done).get(ref.id)?.raw ?? null);
    const scored = parts.filter((part) => part?.raw !== null && part !== undefined).length;
    const result: Computed =
      typeof value === 'number'
        ? {
            raw: composite.range ? clamp(value, ...composite.range) : value,
            notScored: null,
            prorated: parts.some((part) => part?.prorated),
            answered: scored,
          }
        : notScored(scored < parts.length ? 'scale-not-scored' : 'not-computable', scored, parts.length);
    done.set(composite.id, result);
    return result;
  };
  return instrument.derived.map((composite) => ({ composite, result: compute(composite) }));
}

interface ReadingContext extends Person {
  language: Language;
  textStatus: TextStatus;
  normId?: string;
}

function withReadings(instrument: Instrument, about: Scale | Derived, { raw, ...computed }: Computed, context: ReadingContext): ScaleResult {
  const question = { ...context, scale: about.id, raw };
  const norm = normFor(instrument, question);
  const isScale = 'agg' in about;
  return {
    id: about.id,
    origin: isScale ? 'scale' : 'derived',
    title: about.title ?? {},
    raw,
    display: raw === null ? null : roundedHalfAway(raw, decimalsOf(about, raw)),
    ...computed,
    items: isScale ? about.items.length : new Set(references(about.expr).map((ref) => ref.id)).size,
    range: about.range ?? null,
    higherIs: about.higherIs ?? 'neutral',
    norm,
    ...bandsFor(instrument, { ...question, norm }),
  };
}

/** As many as the definition says; else none for a whole sum, one for a prorated one, so that it never seems to reach a cut-off, two for the rest. */
function decimalsOf(about: Scale | Derived, raw: number): number {
  const said = 'agg' in about ? about.post?.round : about.round;
  if (said !== undefined) return said;
  if (Number.isInteger(withoutNoise(raw))) return 0;
  return 'agg' in about && about.agg === 'sum' ? 1 : 2;
}
