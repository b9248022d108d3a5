import './interviews.tie';
/** What conclusions and extracts may ask of interviews. */
export { InterviewEntity, InterviewGuideEntity } from './interview.entity';
export { interviewsHandlers } from './interviews.handlers';
export { interviewsOf, type SignedInterview } from './interviews.record';
export { todayOfInterviews } from './interviews.today';
