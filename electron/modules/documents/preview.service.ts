import type { FileContent } from '../../../shared/modules/documents/documents.model';
import type { StepsContext } from '../../ipc/context';
import { visibleDraft } from './documents.policy';
import type { PaperDesk } from './desk.model';

/** Pages of a rendered paper, counted in its page objects. */
export const pagesOf = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 1;

/** A draft: without a number, and marked as what it is on every page. */
export async function previewContract(
  context: StepsContext,
  desk: PaperDesk,
  draftId: string,
  options: { isMasked: boolean },
): Promise<{ file: FileContent; pages: number }> {
  const paper = context.read((reading) =>
    desk.paper(reading, visibleDraft(reading, draftId), { number: null, version: 1, isDraft: true, isMasked: options.isMasked }),
  );
  const bytes = await desk.render(context.services, paper, context.signal);
  return { file: { fileName: 'draft.pdf', mediaType: 'application/pdf', base64: Buffer.from(bytes).toString('base64') }, pages: pagesOf(bytes) };
}
