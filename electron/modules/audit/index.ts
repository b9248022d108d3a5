export { appendJournal, headOf, rowFreshness, startJournal } from './journal';
export type { JournalHead, JournalInput, JournalOutcome } from './journal';
export { ageAgainst, sealedFirstKey, verifyJournal } from './verify';
export type { AgeOfFile, Anchor, JournalFault, JournalVerdict } from './verify';
export { JournalEntity, JournalKeyEntity } from './journal.entity';
export { monthlyLine } from './line';
export { journalKeyBinding } from './first-key';
export { auditHandlers } from './audit.handlers';
export type { AuditDesk } from './audit.handlers';
