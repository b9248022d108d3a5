import type { Language } from '../../../shared/kernel/roles';
import type { JournalLine } from '../../../shared/modules/audit/audit.model';
import type { Services } from '../../services/services';
import { LINE_TEXTS } from './line-texts';

export async function journalSheet(services: Services, language: Language, lines: readonly JournalLine[]): Promise<Uint8Array> {
  const { columns, sheet } = LINE_TEXTS[language];
  const rows = lines.map((line) => [line.seq, line.at, line.userName ?? '', line.action, line.subject, line.subjectId ?? '', line.outcome, line.detail ? JSON.stringify(line.detail) : '']);
  return (services.spreadsheet.writeSheet as unknown as (sheet: unknown) => Promise<Uint8Array>)({ name: sheet, columns, rows });
}
