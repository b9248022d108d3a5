import type { FileStore } from './file-store';
import type { PdfService } from './pdf/pdf-service';
import type { SpreadsheetService } from './spreadsheet';
import type { Logger } from './logger';

export interface Services {
  pdf: PdfService;
  spreadsheet: SpreadsheetService;
  files: FileStore;
  logger: Logger;
  /** The folder of templates, rule packs and fonts that ships with the program. */
  resourcesDir: string;
}
