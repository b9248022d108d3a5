import './mentorships.tie';
/** What the modules to the right (documents) may use of pairs. */
export { mentorshipsHandlers } from './mentorships.handlers';
export { seesPair, visiblePair } from './mentorships.policy';
export { extractsOf, voicesOf } from './mentorships.repository';
export { contractAnnulled, contractIssued } from './mentorships.service';
export { ChildVoiceEntity, PairEntity, PairExtractEntity, PairStageEntity } from './pair.entity';
