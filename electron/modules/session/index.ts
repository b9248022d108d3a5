export { ClinicalMemberEntity } from './clinical-member.entity';
export { sessionHandlers } from './session.handlers';
export { anchorJournals, lockProgram, openSession } from './open-session';
export { makeAdministrator } from './come-back';
export { openProgramVault, vaultFile, type Program, type VaultSchema } from './program';
export { readPublicFacts, writePublicFacts } from './public-facts';
export { liveSession } from './status';
export { oneAtATime } from './one-at-a-time';
