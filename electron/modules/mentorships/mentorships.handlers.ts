import { mentorshipsContract } from '../../../shared/modules/mentorships/mentorships.contract';
import { defineHandlers, read, write } from '../../ipc/handlers';
import { visibleMentor } from '../candidates';
import { visibleChild } from '../children';
import { visiblePair } from './mentorships.policy';
import { pageOfPairs, pairRecord, pairsOf } from './mentorships.repository';
import { movePair, openPairs, recordVoice, whyNotOpen, withdrawVoice } from './mentorships.service';

export const mentorshipsHandlers = defineHandlers(mentorshipsContract, {
  list: read(pageOfPairs),
  get: read((context, input) => pairRecord(context.db, visiblePair(context, input.id))),
  ofChild: read((context, input) => {
    visibleChild(context, input.childId);
    return pairsOf(context, input);
  }),
  ofMentor: read((context, input) => {
    visibleMentor(context, input.mentorId);
    return pairsOf(context, input);
  }),
  whyNotOpen: read(whyNotOpen),
  open: write(openPairs),
  startMeetings: write((context, input) => movePair(context, 'startMeetings', input, { reason: '' })),
  startPapers: write((context, input) => movePair(context, 'startPapers', input, { reason: '' })),
  startHosting: write((context, input) => movePair(context, 'startHosting', input, { reason: '' })),
  returnToMeetings: write((context, input) => movePair(context, 'returnToMeetings', input, { reason: input.reason })),
  close: write((context, input) => movePair(context, 'close', input, { reason: input.note, closing: input.reason })),
  recordChildVoice: write(recordVoice),
  withdrawChildVoice: write(withdrawVoice),
});
