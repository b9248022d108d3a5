import type { Gate } from '../../../shared/modules/documents/documents.model';
import type { GuestContractData } from '../../../shared/papers/guest-contract.data';
import type { Paper } from '../../../shared/papers/paper.model';
import type { ReadContext } from '../../ipc/context';
import type { Services } from '../../services/services';
import type { ContractDraftEntity } from './document.entity';

export interface PaperMarks {
  number: string | null;
  version: number;
  isDraft: boolean;
  isMasked: boolean;
}

/** A paper ready to be rendered, and what it was made from. Plain data: it can be compared and stored. */
export interface ContractPaper {
  paper: Paper;
  data: GuestContractData;
  templateVersion: string;
  engineVersion: string;
}

export interface PaperDesk {
  gate(context: ReadContext, draft: ContractDraftEntity): Gate;
  paper(context: ReadContext, draft: ContractDraftEntity, marks: PaperMarks): ContractPaper;
  render(services: Services, paper: ContractPaper, signal?: AbortSignal): Promise<Uint8Array>;
}
