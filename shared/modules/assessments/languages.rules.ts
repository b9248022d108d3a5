import { LANGUAGES } from '../../kernel/roles';
import type { PathPart, Report } from './definition-errors';
import type { Instrument, L10n } from './instrument.model';

type Language = (typeof LANGUAGES)[number];
interface Placed {
  path: readonly PathPart[];
  text: L10n;
}

/**
 * Which texts a language must have.
 *   original, validated, authorised   every text of the definition
 *   draft                             all that a person who answers reads (items, options, stem, instructions), or none of it
 *   absent                            no item text at all; titles and readings may still be there
 * Every text stands in one language at least, so that a screen never shows an empty line.
 */
export function checkLanguages(instrument: Instrument, report: Report): void {
  const { texts, kind } = instrument;
  const form = formTexts(instrument);
  const options = optionTexts(instrument);
  const about = aboutTexts(instrument);
  for (const { path, text } of [...form, ...options, ...about]) {
    if (LANGUAGES.every((language) => text[language] === undefined)) report(path, 'LANGUAGE.TEXT_IN_NONE');
  }
  const isGiven = kind === 'builtin' && instrument.items.length > 0;
  if (isGiven && LANGUAGES.every((language) => !hasForm(instrument, language))) report(['texts'], 'LANGUAGE.NO_TEXTS');
  for (const language of LANGUAGES) {
    const { status } = texts[language];
    const needed =
      status === 'absent' ? [] : status === 'draft' ? (hasForm(instrument, language) ? [...form, ...options] : []) : [...form, ...options, ...about];
    for (const { path, text } of needed) if (text[language] === undefined) report([...path, language], 'LANGUAGE.TEXT_MISSING', { language });
    if (status !== 'absent') continue;
    for (const { path, text } of form) if (text[language] !== undefined) report([...path, language], 'LANGUAGE.TEXT_NOT_DECLARED', { language });
  }
}

/** Whether somebody can be given the questionnaire in a language. Asked of an accepted definition, one item answers for all. */
export function hasForm(instrument: Pick<Instrument, 'items' | 'texts'>, language: Language): boolean {
  return instrument.texts[language].status !== 'absent' && instrument.items.some((item) => item.text?.[language] !== undefined);
}

/** The languages in which a questionnaire can be given on screen or printed. */
export const formLanguages = (instrument: Pick<Instrument, 'items' | 'texts'>): Language[] =>
  LANGUAGES.filter((language) => hasForm(instrument, language));

function formTexts({ items, stem, instructions, kind }: Instrument): Placed[] {
  const placed: Placed[] = [];
  if (stem) placed.push({ path: ['stem'], text: stem });
  if (instructions) placed.push({ path: ['instructions'], text: instructions });
  const someHaveText = items.some((item) => item.text !== undefined);
  for (const [index, item] of items.entries()) {
    // A shell keeps no item texts; once it has one, it must have all.
    if (item.text ?? (someHaveText || kind === 'builtin')) placed.push({ path: ['items', index, 'text'], text: item.text ?? {} });
    if (item.stem) placed.push({ path: ['items', index, 'stem'], text: item.stem });
  }
  return placed;
}

const optionTexts = ({ optionSets }: Instrument): Placed[] =>
  Object.entries(optionSets).flatMap(([id, options]) =>
    options.map(({ label }, index) => ({ path: ['optionSets', id, index, 'label'], text: label })),
  );

function aboutTexts({ title, description, caution, rights, scales, derived, bands, items }: Instrument): Placed[] {
  const placed: Placed[] = [
    { path: ['title'], text: title },
    { path: ['rights', 'notice'], text: rights.notice },
  ];
  const add = (path: readonly PathPart[], text: L10n | undefined) => {
    if (text) placed.push({ path, text });
  };
  add(['description'], description);
  add(['caution'], caution);
  for (const [index, item] of items.entries()) add(['items', index, 'alert', 'text'], item.alert?.text);
  for (const [index, scale] of scales.entries()) {
    add(['scales', index, 'title'], scale.title);
    add(['scales', index, 'description'], scale.description);
  }
  for (const [index, composite] of derived.entries()) add(['derived', index, 'title'], composite.title);
  for (const [index, set] of bands.entries()) {
    add(['bands', index, 'title'], set.title);
    for (const [n, cut] of set.cuts.entries()) {
      add(['bands', index, 'cuts', n, 'label'], cut.label);
      add(['bands', index, 'cuts', n, 'text'], cut.text);
    }
  }
  return placed;
}
