import './extracts.tie';
/** What the modules to the right (mentorships, documents) may use of extracts. */
export { ConclusionEntity, ExtractDraftEntity, ReleasedExtractEntity } from './extract.entity';
export { extractsHandlers } from './extracts.handlers';
export { todayOfExtracts } from './extracts.today';
export { removeExtracts, standingExtracts, tiePairs } from './released.service';
