import './art-therapy.ties';
import './sealed.tie';
import { ArtAttendanceEntity, ArtGroupEntity, ArtGroupMemberEntity, ArtGroupSessionEntity } from './group.entity';
import { GroupObservationEntity, GroupPlanEntity, GroupScaleSetEntity, GroupSessionEntity } from './sealed.entity';

/** Art-therapy groups, as extracts and the program's composition may use them. */
export { artTherapyHandlers } from './art-therapy.handlers';
export { todayOfArtTherapy } from './art-therapy.today';
export { groupWorkOf, type GroupWork } from './course.service';
export const groupEntities = [ArtGroupEntity, ArtGroupMemberEntity, ArtGroupSessionEntity, ArtAttendanceEntity];
export const sealedGroupEntities = [GroupSessionEntity, GroupObservationEntity, GroupPlanEntity, GroupScaleSetEntity];
