import type { Language } from '../../../shared/kernel/roles';
import type { JournalLine } from '../../../shared/modules/audit/audit.model';
import type { Services } from '../../services/services';
import { LINE_TEXTS } from './line-texts';

const WIDTHS = [8, 22, 28, 28, 16, 38, 12, 60];

/** Codes stay codes here: a sheet for an inspector must say the same in every language. */
export function journalSheet(services: Services, language: Language, lines: readonly JournalLine[]): Promise<Uint8Array> {
  const { columns, sheet } = LINE_TEXTS[language];
  const rows = lines.map((line) => [
    line.seq,
    line.at,
    line.userName,
    line.action,
    line.subject,
    line.subjectId,
    line.outcome,
    line.detail ? JSON.stringify(line.detail) : null,
  ]);
  return services.spreadsheet.writeSheet({ title: sheet, columns: columns.map((title, at) => ({ title, width: WIDTHS[at] ?? 16 })), rows });
}
