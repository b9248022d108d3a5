import { LANGUAGES } from '../../kernel/roles';
import type { AnswerOption, Instrument, Item, Scale } from './instrument.model';
import type { Ends } from './options';
import { endsOf, reversesOntoItself } from './options';

const LANGUAGE_KEYS = new Set<string>(LANGUAGES);

/** Leaves out texts that are blank: a language without words is a language that is missing. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => !(LANGUAGE_KEYS.has(key) && typeof inner === 'string' && inner.trim() === ''));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutBlanks(inner)]));
}

function withReverse(scale: Scale, ends: ReadonlyMap<string, Ends>): Scale {
  return {
    ...scale,
    items: scale.items.map((item) => {
      const own = ends.get(item.id);
      return item.sign === -1 && !item.reverse && own?.mirrored ? { ...item, reverse: { min: own.min, max: own.max } } : item;
    }),
  };
}

/** The option set's ends by item; items of unknown sets have none. */
export function endsByItem(items: readonly Item[], sets: Instrument['optionSets']): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const item of items) {
    const set = Object.hasOwn(sets, item.options) ? sets[item.options] : undefined;
    if (set) ends.set(item.id, { ...endsOf(set), mirrored: reversesOntoItself(set) });
  }
  return ends;
}

/** An option without words is shown as its number: many forms name only the two ends of a line. */
function withLabel(option: AnswerOption): AnswerOption {
  const hasWords = LANGUAGES.some((language) => option.label[language] !== undefined);
  return hasWords ? option : { ...option, label: Object.fromEntries(LANGUAGES.map((language) => [language, String(option.value)])) };
}

/**
 * One spelling for definitions that mean the same: no blank texts, every reversed key with its ends, every option with a label,
 * no path of an editor's schema.
 */
export function madeRegular(instrument: Instrument): Instrument {
  const { $schema: _editor, ...rest } = withoutBlanks(instrument) as Instrument;
  const ends = endsByItem(rest.items, rest.optionSets);
  const optionSets = Object.fromEntries(Object.entries(rest.optionSets).map(([id, options]) => [id, options.map(withLabel)]));
  return { ...rest, optionSets, scales: rest.scales.map((scale) => withReverse(scale, ends)) };
}
