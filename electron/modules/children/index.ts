export { ChildDetailEntity, ChildEntity, ChildEventEntity, ChildFileEntity, ChildTombstoneEntity } from './child.entity';
export { forgetWords } from './children-search.repository';
export { childrenHandlers } from './children.handlers';
export { childEntersPair, childLeavesPair, childOfPair, isReadyForPair, seesChild, type ChildOfPair } from './children.life';
export { consentsOf as consentsOfChild } from './children.record';
export { filesOfChildren } from './children.files';
export { visibleChild, visibleChildren } from './children.policy';
export { tieChildren, type ChildTie } from './children.ties';
export { todayOfChildren } from './children.today';
