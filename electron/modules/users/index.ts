export { ClinicalMemberEntity } from './clinical-member.entity';
export { changedMembersIn, completeMembers, rememberMember } from './clinical-members';
export { UserEntity } from './user.entity';
export { usersHandlers } from './users.handlers';
export type { KeyDesk } from './key-desk';
