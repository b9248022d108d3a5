import type { InstitutionId } from '../../../shared/kernel/ids';
import type { FileContent } from '../../../shared/modules/documents/documents.model';
import type { ReadContext, StepsContext } from '../../ipc/context';
import { InstitutionEntity } from '../institutions';
import { REGISTER_COLUMNS, registerPaper, registerRows, registerTitle, type PaperLanguage } from './register.table';
import { register } from './transfers.service';

interface ExportInput {
  year: number;
  institutionId: InstitutionId | null;
  language: PaperLanguage;
}

const linesOf = (context: ReadContext, input: ExportInput) =>
  register(context, { year: input.year, institutionId: input.institutionId, search: '', only: 'all' }).lines;

const houseOf = (context: ReadContext, input: ExportInput): string => {
  const house = input.institutionId === null ? undefined : context.db.table(InstitutionEntity).byId(input.institutionId);
  return house ? (input.language === 'kk' && house.nameKk !== '' ? house.nameKk : house.nameRu) : '';
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Struck lines are printed as well: a journal with holes is no journal. */
export async function registerAsPdf(context: StepsContext, input: ExportInput): Promise<FileContent> {
  const paper = context.read((reading) =>
    registerPaper(linesOf(reading, input), { ...input, institution: houseOf(reading, input), at: context.now.toISOString() }),
  );
  const bytes = await context.services.pdf.render(paper, { signal: context.signal });
  return { fileName: `register-${String(input.year)}.pdf`, mediaType: 'application/pdf', base64: base64(bytes) };
}

export async function registerAsXlsx(context: StepsContext, input: ExportInput & { reason: string }): Promise<FileContent> {
  const lines = context.read((reading) => linesOf(reading, input));
  const bytes = await context.services.spreadsheet.writeSheet(
    {
      title: registerTitle(input.year, input.language),
      columns: REGISTER_COLUMNS.map((column) => ({ title: column[input.language], width: Math.round(column.points / 4) })),
      rows: registerRows(lines),
    },
    {
      signal: context.signal,
      onRows: (rows) => {
        context.progress(rows, lines.length);
      },
    },
  );
  // The reason of an export belongs in the journal beside the request itself.
  context.transaction((writing) => {
    writing.journal({
      action: 'documents.registerXlsx',
      subject: 'register',
      subjectId: null,
      detail: { reason: input.reason, lines: lines.length, year: input.year },
    });
  });
  return {
    fileName: `register-${String(input.year)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    base64: base64(bytes),
  };
}
