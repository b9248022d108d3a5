import { randomUUID } from 'node:crypto';
import type { Input } from '../../shared/contract/api';
import { COORDINATOR, PSYCHOLOGIST, readyChild, worldOf, type World } from './contract-fixtures';
import { PASSWORD, TestProgram } from './program';

type SessionFields = Input<'sessions.createNote'>['fields'];
type PlanFields = Input<'sessions.createPlan'>['fields'];
export type Subject = Input<'sessions.casework'>['subject'];
export const uuid = (): never => randomUUID() as never;
export const COLLEAGUE = 'Психолог Арман';
export const ELSEWHERE = 'Психолог другого дома';
/** The day that the tests' clock shows. */
export const TODAY = '2026-11-20';

export const note = (patch: Partial<SessionFields> = {}): SessionFields => ({
  onDate: TODAY,
  atTime: '10:00',
  minutes: 45,
  place: 'кабинет 3',
  method: 'песочная терапия',
  attendance: 'came',
  cancelledBy: null,
  note: 'Строил дом с высоким забором.',
  childWords: 'Тут меня никто не найдёт',
  riskLevel: 'none',
  riskText: '',
  ...patch,
});
export const goal = (patch: object = {}) => ({
  id: uuid(),
  title: 'Засыпать спокойно',
  levels: ['не спит', 'засыпает к утру', 'засыпает за час', 'засыпает за полчаса', 'засыпает сам'] as never,
  baseline: -1 as const,
  weight: 2 as const,
  setOn: TODAY,
  ...patch,
});
export const plan = (patch: Partial<PlanFields> = {}): PlanFields => ({ focus: 'Сон', reviewOn: null, goals: [goal()], ...patch });
export const closing = (patch: object = {}): Input<'sessions.createClosing'>['fields'] => ({
  onDate: TODAY,
  reason: 'goals-reached',
  reached: 'Засыпает сам',
  recommendations: 'Прежний распорядок',
  followUp: false,
  followUpWhy: '',
  followUpUntil: null,
  ...patch,
});
export const route = (patch: object = {}) => ({
  toWhom: 'Омаров Б. Т.',
  post: 'директор',
  way: 'in-person' as const,
  onDate: TODAY,
  atTime: '12:30',
  basisKind: 'law' as const,
  basis: 'обязанность сообщить',
  decidedBy: 'Психолог Дина',
  action: 'Ребёнок под присмотром, вызван врач',
  ...patch,
});

let births = 10;
/** Registered by the coordinator; each is born on another day, so that none looks like a child who is registered already. */
export async function newChild({ program, world }: Room, given: string): Promise<Subject> {
  await program.signIn(COORDINATOR);
  births += 1;
  const id = await readyChild(world, {
    name: { ru: { surname: `${given}ова`, given, patronymic: '' }, kk: null },
    birthDate: `2013-${births > 19 ? '11' : '03'}-${String(births)}`,
    identity: null,
    personalNumber: '',
  });
  await program.signIn(PSYCHOLOGIST);
  return { kind: 'child', id: id };
}

export interface Room {
  program: TestProgram;
  world: World;
}

/** A psychologist whose own session made the clinical vault, a colleague who was given its key, and one of another house. */
export async function psychologistsRoom(): Promise<Room> {
  const program = await TestProgram.start();
  const world = await worldOf(program);
  const others = [
    await program.addColleague(COLLEAGUE, ['psychologist']),
    await program.addColleague(ELSEWHERE, ['psychologist'], { institutionIds: [world.otherInstitutionId] }),
  ];
  await program.signIn(PSYCHOLOGIST);
  await program.call('session.createClinicalVault', {});
  for (const id of others) {
    const words = program.tirek.program.keyring?.fingerprint(id).ru ?? [];
    await program.call('users.grantClinical', { id, words, password: PASSWORD });
  }
  return { program, world };
}
