import type { Conclusion, SourceLine } from '../../../shared/modules/extracts/extracts.model';

export type Method = Conclusion['fields']['methods'][number];

/** «GAD-7, 1.2» of a source is the method GAD-7 in version 1.2: the version stands after the last comma. */
export function methodOf({ title, onDate }: Pick<SourceLine, 'title' | 'onDate'>): Method {
  const cut = title.lastIndexOf(', ');
  return cut < 0 ? { name: title, version: '', date: onDate } : { name: title.slice(0, cut), version: title.slice(cut + 2), date: onDate };
}
