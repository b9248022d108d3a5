import type { ErrorParams } from '../../kernel/errors';

/** Everything that can be wrong with a definition file. Each has a sentence; each error names its place in the file. */
export const DEFINITION_ERRORS = [
  'FILE.TOO_LARGE',
  'FILE.NOT_JSON',
  'FILE.TOO_DEEP',
  'FILE.TOO_MANY_VALUES',
  'FILE.TOO_MANY_ERRORS',
  'FIELD.FORBIDDEN',
  'FIELD.TWICE',
  'FIELD.UNKNOWN',
  'FIELD.MISSING',
  'FIELD.WRONG_TYPE',
  'FIELD.TOO_SMALL',
  'FIELD.TOO_LARGE',
  'FIELD.NOT_ALLOWED',
  'FIELD.MALFORMED',
  'TEXT.REQUIRED',
  'TEXT.TOO_LONG',
  'ID.MALFORMED',
  'ID.TWICE',
  'VERSION.MALFORMED',
  'EXPRESSION.MALFORMED',
  'EXPRESSION.UNKNOWN_OPERATOR',
  'EXPRESSION.WRONG_NUMBER_OF_PARTS',
  'EXPRESSION.WRONG_KIND_OF_PART',
  'EXPRESSION.TOO_DEEP',
  'EXPRESSION.TOO_LONG',
  'EXPRESSION.UNKNOWN_ITEM',
  'EXPRESSION.UNKNOWN_SCALE',
  'EXPRESSION.ITEM_NOT_ALLOWED',
  'EXPRESSION.SCALE_NOT_ALLOWED',
  'EXPRESSION.NOT_AN_OPTION',
  'EXPRESSION.CYCLE',
  'INSTRUMENT.NO_ITEMS',
  'INSTRUMENT.NO_SCALES',
  'AUDIENCE.AGES_REVERSED',
  'LANGUAGE.NO_TEXTS',
  'LANGUAGE.TEXT_MISSING',
  'LANGUAGE.TEXT_NOT_DECLARED',
  'LANGUAGE.TEXT_IN_NONE',
  'OPTIONS.TOO_MANY_SETS',
  'OPTIONS.VALUE_TWICE',
  'ITEM.NUMBER_MISSING',
  'ITEM.NUMBER_TWICE',
  'ITEM.UNKNOWN_OPTIONS',
  'ITEM.IN_NO_SCALE',
  'ITEM.UNSCORED_BUT_USED',
  'ITEM.SKIP_LOOKS_AHEAD',
  'ITEM.SKIP_VALUE_NOT_AN_OPTION',
  'ITEM.SKIP_VALUE_WITHOUT_SKIP',
  'SCALE.NO_ITEMS',
  'SCALE.UNKNOWN_ITEM',
  'SCALE.ITEM_TWICE',
  'SCALE.REVERSE_MISSING',
  'SCALE.REVERSE_WITHOUT_SIGN',
  'SCALE.REVERSE_NOT_OPTIONS',
  'SCALE.MULTIPLIED_BY_ZERO',
  'SCALE.TOO_MANY_REQUIRED',
  'SCALE.NONE_REQUIRED',
  'SCALE.MISSING_LEAVES_RANGE',
  'SCALE.RANGE_WRONG',
  'SCALE.CHANGE_WITHOUT_VALUE',
  'RANGE.REVERSED',
  'DERIVED.RANGE_MISSING',
  'NORM.UNKNOWN_SCALE',
  'NORM.AGES_REVERSED',
  'NORM.CELLS_OVERLAP',
  'NORM.TOO_MANY_CELLS',
  'NORM.FIGURES_MISSING',
  'NORM.MEAN_OUTSIDE_RANGE',
  'NORM.TABLE_MISSING',
  'NORM.TABLE_NOT_ORDERED',
  'NORM.TABLE_UNEVEN',
  'NORM.BOTH_KINDS',
  'BANDS.UNKNOWN_SCALE',
  'BANDS.NOT_ORDERED',
  'BANDS.GAP_AT_START',
  'BANDS.BEYOND_RANGE',
  'BANDS.OVERLAP',
  'BANDS.AGES_REVERSED',
  'VALIDITY.UNKNOWN_ITEM',
  'VALIDITY.UNKNOWN_SCALE',
  'VALIDITY.SAME_ITEM',
] as const;
export type DefinitionErrorCode = (typeof DEFINITION_ERRORS)[number];

/** One thing wrong in a definition: where, as a JSON path (`$.scales[2].items[0].reverse`), and what. */
export interface DefinitionError {
  path: string;
  code: DefinitionErrorCode;
  params?: ErrorParams;
}

export type PathPart = string | number;

export const jsonPath = (parts: readonly PathPart[]): string =>
  parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${String(part)}]`;
    return /^[A-Za-z_$][\w$]{0,59}$/.test(part) ? `${path}.${part}` : `${path}[${JSON.stringify(part.slice(0, 60))}]`;
  }, '$');

/** What the checks of a definition write into. */
export type Report = (path: readonly PathPart[], code: DefinitionErrorCode, params?: ErrorParams) => void;
