import './documents.tie';

/** What the program and the modules to the right may use of documents. */
export { documentsHandlers, documentsHandlersWith } from './documents.handlers';
export type { ContractPaper, PaperDesk } from './desk.model';
export { paperDesk } from './paper-desk';
export {
  ContractDraftEntity,
  DocumentEntity,
  DocumentFileEntity,
  DocumentNumberEntity,
  RuleParametersEntity,
  TemplateVersionEntity,
} from './document.entity';
export { TransferEntity } from './transfer.entity';
export { todayOfDocuments } from './documents.today';
