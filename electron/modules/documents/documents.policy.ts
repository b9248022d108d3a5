import { notFound } from '../../../shared/kernel/errors';
import type { DocumentId } from '../../../shared/kernel/ids';
import type { ReadContext } from '../../ipc/context';
import { ContractDraftEntity, DocumentEntity } from './document.entity';
import { TransferEntity } from './transfer.entity';

/** Papers are seen by the orphanage that is their party. */
export const seesInstitution = (context: ReadContext, institutionId: string): boolean => {
  const scope: 'all' | readonly string[] = context.actor.institutionIds;
  return scope === 'all' || scope.includes(institutionId);
};

export function visibleDraft(context: ReadContext, id: string): ContractDraftEntity {
  const draft = context.db.table(ContractDraftEntity).byId(id);
  if (!draft || draft.droppedOn !== null || !seesInstitution(context, draft.institutionId)) throw notFound();
  return draft;
}

export function visibleDocument(context: ReadContext, id: DocumentId): DocumentEntity {
  const document = context.db.table(DocumentEntity).byId(id);
  if (!document || !seesInstitution(context, document.institutionId)) throw notFound();
  return document;
}

export function visibleTransfer(context: ReadContext, id: string): TransferEntity {
  const transfer = context.db.table(TransferEntity).byId(id);
  if (!transfer || !seesInstitution(context, transfer.institutionId)) throw notFound();
  return transfer;
}
