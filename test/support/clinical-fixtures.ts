import { COORDINATOR, PSYCHOLOGIST, readyChild, worldOf, type World } from './contract-fixtures';
import { TestProgram } from './program';

export { PSYCHOLOGIST };

export interface Room {
  world: World;
  program: TestProgram;
  childId: string;
  otherChildId: string;
}

const named = (surname: string, given: string) => ({ ru: { surname, given, patronymic: '' }, kk: null });

/** Two children of one house and a psychologist who has made the clinical vault and is signed in. */
export async function roomOf(): Promise<Room> {
  const world = await worldOf(await TestProgram.start());
  const { program } = world;
  await program.signIn(COORDINATOR);
  const childId = await readyChild(world, { name: named('Зуев', 'Глеб'), birthDate: '2011-03-04', sex: 'male', identity: null, fileNumber: '' });
  await program.signIn(COORDINATOR);
  const otherChildId = await readyChild(world, {
    name: named('Ветрова', 'Алина'),
    birthDate: '2012-08-15',
    sex: 'female',
    identity: null,
    fileNumber: '',
  });
  await program.signIn(PSYCHOLOGIST);
  await program.call('session.createClinicalVault', {});
  return { world, program, childId, otherChildId };
}
