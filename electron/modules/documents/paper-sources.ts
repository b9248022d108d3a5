import type { PlainDate } from '../../../shared/kernel/plain-date';
import { ageOn } from '../../../shared/kernel/plain-date';
import type { PaperFact } from '../../../shared/modules/documents/documents.rules';
import type { ReadContext } from '../../ipc/context';
import { MentorEntity, mentorPapers } from '../candidates';
import { childOfPair, consentsOfChild } from '../children';
import { standingExtracts } from '../extracts';
import { PairEntity, voicesOf } from '../mentorships';
import type { ContractDraftEntity } from './document.entity';

/** Who hands in the papers of a contract. Documents asks each source and knows neither their tables nor their rules. */
export interface PaperSource {
  name: string;
  facts(context: ReadContext, draft: ContractDraftEntity): PaperFact[];
}

/** One person's papers carry the id of the mentor, `<mentor>/spouse`, or the id of the member of the household. */
export const subjectOf = (mentorId: string, subject: string): string =>
  subject === 'mentor' ? mentorId : subject === 'spouse' ? `${mentorId}/spouse` : subject;

const mentorSource: PaperSource = {
  name: 'candidates',
  facts: (context, draft) => {
    const mentor = context.db.table(MentorEntity).byId(draft.mentorId);
    const papers = mentorPapers(context.db, draft.mentorId).filter((paper) => paper.struckOn === null);
    const identity = mentor?.identity;
    // The number and dates of the identity paper stand in the record itself; an entry of its own tells that it was shown.
    const ends = identity?.validTo ?? null;
    return papers.map((paper) => ({
      kind: paper.kind,
      subject: subjectOf(draft.mentorId, paper.subject),
      number: paper.number,
      issuedOn: paper.issuedOn as PlainDate | null,
      presentedOn: paper.presentedOn as PlainDate | null,
      validFrom: null,
      validUntil: (paper.kind === 'identity' && paper.subject === 'mentor' && ends !== null ? ends : paper.validUntil) as PlainDate | null,
      noExpiry: paper.noExpiry && !(paper.kind === 'identity' && paper.subject === 'mentor' && ends !== null),
      outcome: paper.outcome,
    }));
  },
};

/** A child of ten or older consents; the note of an opinion does not count for them (documents.md 3.2 c). */
const voiceFacts = (context: ReadContext, pair: PairEntity, consentAge: number, from: PlainDate): PaperFact[] => {
  const child = childOfPair(context.db, pair.childId as never);
  const isOwn = child !== undefined && ageOn(child.birthDate, from) >= consentAge;
  return voicesOf(context.db, pair.id)
    .filter((voice) => !isOwn || voice.kind === 'consent')
    .map((voice) => ({
      kind: 'child-consent',
      subject: pair.childId,
      number: '',
      issuedOn: voice.saidOn,
      presentedOn: null,
      validFrom: voice.termFrom,
      validUntil: voice.termTo,
      noExpiry: false,
      outcome: voice.withdrawnOn ? ('withdrawn' as const) : voice.decision === 'refuses' ? ('negative' as const) : ('positive' as const),
      reasonCode: voice.withdrawnOn ? 'VOICE.WITHDRAWN' : 'VOICE.CHILD_REFUSES',
    }));
};

const extractFacts = (context: ReadContext, pair: PairEntity): PaperFact[] =>
  standingExtracts(context.db, { kind: 'pair', id: pair.id })
    .filter((extract) => extract.withdrawnOn === null && extract.recommendation !== null)
    .map((extract) => ({
      kind: 'psychologist-extract',
      subject: pair.childId,
      number: extract.number,
      issuedOn: extract.signedOn as PlainDate,
      presentedOn: null,
      validFrom: null,
      validUntil: extract.validUntil as PlainDate | null,
      noExpiry: false,
      outcome: extract.recommendation === 'not-now' ? ('negative' as const) : ('positive' as const),
      reasonCode: 'EXTRACT.NOT_NOW',
    }));

const pairSource = (consentAge: (context: ReadContext, draft: ContractDraftEntity) => number): PaperSource => ({
  name: 'mentorships',
  facts: (context, draft) => {
    const from = draft.terms.termFrom ?? context.today;
    return draft.pairIds.flatMap((id) => {
      const pair = context.db.table(PairEntity).byId(id);
      return pair ? [...voiceFacts(context, pair, consentAge(context, draft), from), ...extractFacts(context, pair)] : [];
    });
  },
});

const CHILD_CONSENTS = { processing: 'child-processing-consent', transfer: 'child-transfer-consent' } as const;

const childSource: PaperSource = {
  name: 'children',
  facts: (context, draft) =>
    draft.childIds.flatMap((childId) =>
      consentsOfChild(context.db, childId as never)
        .filter((consent) => consent.kind in CHILD_CONSENTS)
        .map((consent) => ({
          kind: CHILD_CONSENTS[consent.kind as keyof typeof CHILD_CONSENTS],
          subject: childId,
          number: '',
          issuedOn: consent.signedOn,
          presentedOn: null,
          validFrom: null,
          validUntil: consent.validUntil,
          noExpiry: consent.validUntil === null,
          outcome: consent.withdrawnOn ? ('withdrawn' as const) : ('positive' as const),
        })),
    ),
};

export const paperSources = (consentAge: (context: ReadContext, draft: ContractDraftEntity) => number): readonly PaperSource[] => [
  mentorSource,
  pairSource(consentAge),
  childSource,
];
