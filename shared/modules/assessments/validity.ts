import { inFormOrder } from './answers';
import type { FilledForm } from './answers';
import type { Instrument } from './instrument.model';
import type { Person } from './norms';
import { reversed } from './options';
import type { Answers, ScaleResult, ValidityFlag } from './result.model';

export interface FormFacts extends Person {
  answers: Answers;
  form: FilledForm;
  scales: readonly ScaleResult[];
  /** Seconds by item, on screen only; null for paper and files. */
  seconds: Readonly<Record<string, number>> | null;
}

/** Doubts about how a form was filled in. They are shown to the psychologist and reject nothing. */
export function validityFlags(instrument: Instrument, facts: FormFacts): ValidityFlag[] {
  const { form } = facts;
  const flags = [longString(instrument, form), tooFast(instrument, facts), tooMuchMissing(instrument, form), ...contradictions(instrument, form)];
  flags.push(lieScale(instrument, facts.scales), outsideAudience(instrument, facts));
  if (form.requiredMissing.length > 0)
    flags.push({ kind: 'required-unanswered', about: [...form.requiredMissing], value: form.requiredMissing.length, limit: 0 });
  if (form.answeredThoughSkipped.length > 0)
    flags.push({ kind: 'answered-though-skipped', about: [...form.answeredThoughSkipped], value: null, limit: null });
  return flags.filter((flag) => flag !== null);
}

/** How each item is keyed, by the first scale that holds it. */
function keys(instrument: Instrument): Map<string, { sign: 1 | -1; reverse: { min: number; max: number } | undefined }> {
  const found = new Map<string, { sign: 1 | -1; reverse: { min: number; max: number } | undefined }>();
  for (const scale of instrument.scales) {
    for (const item of scale.items) if (!found.has(item.id)) found.set(item.id, { sign: item.sign, reverse: item.reverse });
  }
  return found;
}

/**
 * The longest run of one option over neighbouring items of one option set. Where the form has reversed keys, only a run across
 * both kinds counts: "never" to nine symptoms is an answer, "agree" to a statement and to its opposite is not.
 */
function longString(instrument: Instrument, { values }: FilledForm): ValidityFlag | null {
  const limit = instrument.validity.longString;
  if (limit === undefined) return null;
  const keyed = keys(instrument);
  const hasReversed = [...keyed.values()].some((key) => key.sign === -1);
  let run: string[] = [];
  let longest: string[] = [];
  let last = '';
  const close = () => {
    const signs = new Set(run.map((id) => keyed.get(id)?.sign));
    if (run.length > longest.length && (!hasReversed || (signs.has(1) && signs.has(-1)))) longest = run;
  };
  for (const item of inFormOrder(instrument)) {
    const value = values.get(item.id);
    const same = value === undefined ? '' : JSON.stringify([item.options, value]);
    if (same === '' || same !== last) {
      close();
      run = [];
    }
    if (same !== '') run.push(item.id);
    last = same;
  }
  close();
  return longest.length >= limit ? { kind: 'long-string', about: longest, value: longest.length, limit } : null;
}

/** The middle one of the times: one long pause does not hide a form clicked through. */
function tooFast(instrument: Instrument, { seconds, form }: FormFacts): ValidityFlag | null {
  const limit = instrument.validity.minSecondsPerItem;
  if (limit === undefined || seconds === null) return null;
  const times = instrument.items.flatMap(({ id }) => (Object.hasOwn(seconds, id) && form.values.has(id) ? [{ id, took: seconds[id] ?? 0 }] : []));
  if (times.length === 0) return null;
  const ordered = times.map((time) => time.took).toSorted((a, b) => a - b);
  const half = (ordered.length - 1) / 2;
  const median = ((ordered[Math.floor(half)] ?? 0) + (ordered[Math.ceil(half)] ?? 0)) / 2;
  const about = times.filter((time) => time.took < limit).map((time) => time.id);
  return median < limit ? { kind: 'too-fast', about, value: median, limit } : null;
}

function tooMuchMissing(instrument: Instrument, form: FilledForm): ValidityFlag | null {
  const limit = instrument.validity.maxMissingPct;
  const asked = instrument.items.length - form.skipped.length;
  if (limit === undefined || asked === 0) return null;
  const share = (100 * form.missing.length) / asked;
  return share > limit ? { kind: 'missing', about: [...form.missing], value: share, limit } : null;
}

/** Pairs are compared as they are keyed: the reversed twin of a statement should agree with it. */
function contradictions(instrument: Instrument, { values }: FilledForm): ValidityFlag[] {
  const keyed = keys(instrument);
  const valueOf = (id: string): number | null => {
    const value = values.get(id);
    const reverse = keyed.get(id)?.reverse;
    return value === undefined ? null : reverse ? reversed(value, reverse) : value;
  };
  return (instrument.validity.pairs ?? []).flatMap(({ a, b, maxDiff }): ValidityFlag[] => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null || Math.abs(one - other) <= maxDiff) return [];
    return [{ kind: 'contradiction', about: [a, b], value: Math.abs(one - other), limit: maxDiff }];
  });
}

function lieScale(instrument: Instrument, scales: readonly ScaleResult[]): ValidityFlag | null {
  const { lieScale: id, lieScaleFrom: limit } = instrument.validity;
  const found = scales.find((scale) => scale.id === id && scale.origin === 'scale');
  if (!found || found.raw === null) return null;
  const raised = limit === undefined ? found.band.kind === 'applied' && found.band.severity >= 2 : found.raw >= limit;
  return raised ? { kind: 'lie-scale', about: [found.id], value: found.raw, limit: limit ?? null } : null;
}

function outsideAudience({ audience }: Instrument, { ageYears, sex }: FormFacts): ValidityFlag | null {
  const young = ageYears !== null && audience.minAge !== undefined && ageYears < audience.minAge;
  const old = ageYears !== null && audience.maxAge !== undefined && ageYears > audience.maxAge;
  const otherSex = sex !== null && (audience.sex === 'm' || audience.sex === 'f') && audience.sex !== sex;
  if (!young && !old && !otherSex) return null;
  const limit = young ? audience.minAge : old ? audience.maxAge : null;
  return { kind: 'outside-audience', about: [], value: ageYears, limit: limit ?? null };
}
