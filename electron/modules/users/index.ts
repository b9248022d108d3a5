export { ClinicalMemberEntity } from './clinical-member.entity';
export { changedMembersIn, completeMembers, rememberMember } from './clinical-members';
export { EmergencyAccessEntity } from './emergency-access.entity';
export { beginEmergency, emergenciesTold, emergencyAccesses, endEmergencyRow, tellEmergency } from './emergency-access';
export { confirmPassword, type KeyDesk } from './key-desk';
export { UserEntity } from './user.entity';
export { usersHandlers } from './users.handlers';
