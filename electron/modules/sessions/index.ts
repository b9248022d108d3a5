import './sessions.tie';
/** Individual psychological work, as the extracts and the program's composition may use it. */
export { caseworkEntities } from './casework.entity';
export { caseworkOf } from './casework.service';
export { sessionsHandlers } from './sessions.handlers';
export { todayOfSessions } from './sessions.today';
