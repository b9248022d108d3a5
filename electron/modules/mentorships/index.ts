import './mentorships.tie';
/** What the modules to the right (documents) may use of pairs. */
export { mentorshipsHandlers } from './mentorships.handlers';
export { seesPair, visiblePair } from './mentorships.policy';
export { voicesOf } from './mentorships.repository';
export { contractAnnulled, contractIssued } from './mentorships.service';
export { ChildVoiceEntity, PairEntity, PairStageEntity } from './pair.entity';
