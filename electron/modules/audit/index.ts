export { appendJournal, headOf, rowFreshness, startJournal } from './journal';
export type { JournalHead, JournalInput, JournalOutcome } from './journal';
export { ageAgainst, sealedFirstKey, verifyJournal } from './verify';
export type { AgeOfFile, Anchor, JournalFault, JournalVerdict } from './verify';
export { JournalEntity, JournalKeyEntity } from './journal.entity';
