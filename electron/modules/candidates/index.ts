/** What the modules to the right (mentorships, documents) may use of mentors. */
export { candidatesHandlers } from './candidates.handlers';
export { visibleMentor, visibleMentors } from './candidates.policy';
export { admitMentor } from './candidates.service';
export { fieldsOf as mentorFields, mentorInstitutions, paperOf as mentorPaper, paperRows as mentorPapers } from './candidates.repository';
export { MentorEntity, MentorInstitutionEntity, MentorPaperEntity } from './mentor.entity';
