import { candidatesContract } from '../../../shared/modules/candidates/candidates.contract';
import { defineHandlers, read, steps, write } from '../../ipc/handlers';
import { addPaper, changePaper, strikePaper } from './candidates.papers.service';
import { visibleMentor } from './candidates.policy';
import { pageOfMentors } from './candidates.repository';
import { changeMentor, likelyDuplicates, recordOf, registerMentor, revealed, rowOf } from './candidates.service';

export const candidatesHandlers = defineHandlers(candidatesContract, {
  list: read((context, input) => {
    const page = pageOfMentors(context, input);
    return { ...page, rows: page.rows.map(rowOf) };
  }),
  quickSearch: read((context, input) =>
    pageOfMentors(context, { search: input.text, sort: 'name', cursor: null, limit: input.limit }).rows.map(rowOf),
  ),
  get: read((context, input) => recordOf(context, visibleMentor(context, input.id))),
  reveal: steps(async (context, input) => {
    const numbers = context.read((reading) => revealed(reading, input.id));
    // The reason is told before the numbers leave the process.
    context.transaction((writing) => {
      writing.journal({ action: 'candidates.revealReason', subject: 'mentor', subjectId: input.id, detail: { reason: input.reason } });
    });
    return numbers;
  }),
  duplicates: read((context, input) => likelyDuplicates(context, input, input.exceptId)),
  create: write(registerMentor),
  update: write(changeMentor),
  addPaper: write(addPaper),
  updatePaper: write(changePaper),
  strikePaper: write(strikePaper),
});
