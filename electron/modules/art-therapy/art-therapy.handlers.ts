import { artTherapyContract } from '../../../shared/modules/art-therapy/art-therapy.contract';
import { clinicalRead, clinicalSteps, clinicalWrite, defineHandlers, read, write } from '../../ipc/handlers';
import { childReport, exportCourse } from './child-report.service';
import { courseOf } from './course.service';
import { groupReport, seriesSummary } from './group-report.service';
import * as sessions from './group-sessions.service';
import { readableGroup } from './groups.policy';
import * as groups from './groups.service';
import { openRoom, savePlan } from './room.service';
import { publishScales, scaleSets } from './scales.service';
import { sharedRow, sharedSession } from './shared-layer';

export const artTherapyHandlers = defineHandlers(artTherapyContract, {
  groups: read(groups.listGroups),
  group: read((ctx, { id }) => groups.groupCard(ctx, id)),
  sharedSession: read((ctx, { id }) => {
    readableGroup(ctx, sharedRow(ctx.db, id).groupId);
    return sharedSession(ctx, id);
  }),
  attendanceOf: read((ctx, { childId }) => groups.childAttendance(ctx, childId)),
  createGroup: write(groups.createGroup),
  changeGroup: write(groups.changeGroup),
  addMember: write(groups.addMember),
  endMember: write(groups.endMember),

  room: clinicalSteps((ctx, { groupId }) => openRoom(ctx, groupId)),
  savePlan: clinicalWrite(savePlan),
  createSession: clinicalSteps(sessions.createSession),
  session: clinicalSteps((ctx, { id }) => sessions.openSession(ctx, id)),
  saveShared: clinicalSteps(sessions.saveShared),
  saveContent: clinicalWrite(sessions.saveContent),
  saveObservation: clinicalWrite(sessions.saveObservation),
  addDrawing: clinicalSteps(sessions.addDrawing),
  sign: clinicalSteps((ctx, { id }) => sessions.signSession(ctx, id)),
  drop: clinicalSteps((ctx, { id }) => sessions.dropSession(ctx, id)),
  withdraw: clinicalWrite((ctx, { id, reason }) => sessions.withdrawSession(ctx, id, reason)),
  scales: clinicalRead((ctx) => scaleSets(ctx)),
  publishScales: clinicalWrite(publishScales),

  course: clinicalRead((ctx, { childId, groupId }) => courseOf(ctx, childId, groupId)),
  childReport: clinicalSteps(childReport),
  groupReport: clinicalSteps(groupReport),
  seriesSummary: clinicalSteps(seriesSummary),
  exportCourse: clinicalSteps(exportCourse),
});
