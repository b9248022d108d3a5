import { planClinicalRoom, type People } from './clinical-room';
import { before, Driver, uuid } from './driver';
import { ADMIN, CHILDREN, COORDINATOR, MENTORS, PASSWORD, PSYCHOLOGIST, STAFF } from './people';
import { AT_PAPERS, child, contracts, mentor, pairs, papers, places, prepare, siblings, voices } from './programme';
import { Timeline } from './timeline';
import { releaseForPair } from './clinical-extracts';

/** The programme began so many days ago. */
const BEGAN = 320;

export interface DemoResult {
  folder: string;
  users: { name: string; password: string; roles: readonly string[] }[];
  recovery: { org: string; clin: string };
}

interface House {
  houses: string[];
  programmeId: string;
  recovery: { org: string; clin: string };
}

async function found(driver: Driver): Promise<House> {
  await driver.call('session.setUp', {
    language: 'ru',
    organisation: {
      nameRu: 'Центр «Каждому нужен друг»',
      nameKk: '',
      jurisdiction: 'ru',
      programmeName: 'Каждому нужен друг',
      minAge: 14,
      maxAge: 18,
      ageRule: 'refuse',
      workingLanguages: ['ru'],
    },
    administrator: { name: ADMIN.name, password: PASSWORD },
  });
  const org = await driver.sheet('org');
  const { houses, programmeId } = await places(driver);
  for (const { house, ...user } of STAFF.slice(1))
    await driver.add({ ...user, roles: [...user.roles], institutionIds: house === null ? 'all' : [houses[house] as never] }, ADMIN.name);
  await driver.as(PSYCHOLOGIST.name);
  await driver.call('session.createClinicalVault', {});
  return { houses, programmeId, recovery: { org, clin: await driver.sheet('clin') } };
}

/** Children of 14 came when they were old enough; the others have been here from the first weeks. */
const isNew = (index: number): boolean => CHILDREN[index]?.age === 14;

function planRecords(timeline: Timeline, { houses, programmeId }: House): People {
  const people: People = { children: [], mentors: [], opened: [] };
  const { children, mentors, opened } = people;
  const come = (daysAgo: number, who: (index: number) => boolean): void => {
    timeline.on(daysAgo, COORDINATOR.name, async (driver) => {
      for (const [index, one] of CHILDREN.entries()) if (who(index)) children[index] = await child(driver, one, index, houses, programmeId);
    });
  };
  come(BEGAN - 6, (index) => !isNew(index));
  timeline.on(BEGAN - 12, COORDINATOR.name, async (driver) => {
    for (let index = 0; index < MENTORS.length; index += 1) mentors.push(await mentor(driver, index, houses));
  });
  come(35, isNew);
  timeline.on(34, COORDINATOR.name, async (driver) => {
    await siblings(driver, children);
    for (const [index, one] of CHILDREN.entries()) if (index < 38) await prepare(driver, children[index] ?? '', one, index);
    for (const [index, id] of mentors.entries()) await papers(driver, index, id);
  });
  timeline.on(28, COORDINATOR.name, async (driver) => void opened.push(...(await pairs(driver, children, mentors, programmeId))));
  timeline.on(20, COORDINATOR.name, async (driver) => {
    for (const id of opened.slice(0, AT_PAPERS)) await driver.call('mentorships.startPapers', { id: id, on: before(20) });
  });
  timeline.on(5, COORDINATOR.name, async (driver) => {
    await voices(driver, opened);
    await driver.call('children.raiseFlag', {
      id: children[33] as never,
      rowId: uuid(),
      fields: { kind: 'contact', text: 'Ждёт ответа из колледжа, поговорить до пятницы.', dueOn: before(-2) },
    });
  });
  timeline.on(4, PSYCHOLOGIST.name, async (driver) => {
    for (const pairId of opened.slice(0, AT_PAPERS - 1)) await releaseForPair(driver, pairId);
  });
  timeline.on(0, ADMIN.name, (driver) => contracts(driver, opened));
  return people;
}

/**
 * Fills an empty folder with the Krasnoyarsk programme: houses, forty teenagers, 26 of them in pairs, mentors, contracts,
 * and ten months of the psychologist's work. What happened in the past is written on the day on which it happened.
 */
export async function buildDemo(folder: string, resourcesDir: string): Promise<DemoResult> {
  const driver = await Driver.open(folder, resourcesDir, PASSWORD, BEGAN);
  try {
    const house = await found(driver);
    const timeline = new Timeline();
    planClinicalRoom(timeline, planRecords(timeline, house), house);
    await timeline.run(driver);
    return { folder, users: STAFF.map(({ name, roles }) => ({ name, password: PASSWORD, roles })), recovery: house.recovery };
  } finally {
    await driver.tirek.close();
  }
}
