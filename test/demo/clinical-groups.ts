import type { Attendance } from '../../shared/modules/art-therapy/art-therapy.model';
import { emptyObservation } from '../../shared/modules/art-therapy/observation.model';
import { Chance } from './chance';
import { CIRCLE_MEMBERS, RIVER_WORKSHOP, WARM_CIRCLE, WORKSHOP_MEMBERS, type GroupDay, type Member } from './clinical-group-notes';
import { drawing } from './drawings';
import { before, uuid, type Driver } from './driver';
import { CHILDREN, PSYCHOLOGIST } from './people';
import type { Timeline } from './timeline';

interface Group {
  id: never;
  name: string;
  house: number;
  schedule: string;
  place: string;
  kind: 'open' | 'closed';
  aim: string;
  startsAt: string;
  endsAt: string;
  /** When those came who were late, and when those went who left early. */
  lateAt: string;
  earlyAt: string;
  lastDaysAgo: number;
  days: GroupDay[];
  members: Member[];
  /** The last session still waits for its signature. */
  lastUnsigned: boolean;
}

export interface Place {
  houses: string[];
  programmeId: string;
}

const CAME: Attendance = { status: 'came', time: null, reason: null };
const LEVELS = ['engagement', 'affect', 'contact'] as const;
const WEEK = 7;

/** Mostly everybody; now and then somebody is late, ill, or goes earlier. */
function attendanceOf(group: Group, no: number, member: Member): Attendance {
  const fall = (member.child * 7 + no * 11 + group.house * 3) % 17;
  if (fall === 4) return { status: 'absent', time: null, reason: 'ill' };
  if (fall === 11) return { status: 'absent', time: null, reason: 'school' };
  if (fall === 6) return { status: 'late', time: group.lateAt, reason: null };
  return fall === 14 ? { status: 'left-early', time: group.earlyAt, reason: null } : CAME;
}

const spoken = (text: string, sex: 'female' | 'male'): string => text.replace(/\{([^|}]*)\|([^}]*)\}/gu, sex === 'male' ? '$1' : '$2');

function observationOf(group: Group, no: number, day: GroupDay, member: Member) {
  const chance = new Chance(member.child * 53 + no * 7);
  const share = no / (group.days.length - 1);
  const levels = LEVELS.map((code, index) => {
    const level = (member.from[index] ?? 3) + ((member.to[index] ?? 3) - (member.from[index] ?? 3)) * share + chance.between(-0.7, 0.7);
    return [code, Math.max(1, Math.min(5, Math.round(level)))] as const;
  });
  const sex = CHILDREN[member.child]?.sex ?? 'female';
  const seen = spoken(day.seen[(member.child + no) % 3] ?? '', sex);
  const arc = member.arc[Math.min(2, Math.floor(share * 3))] ?? '';
  const says = no === 0 ? member.words[0] : no >= 7 && (no + member.child) % 2 === 0 ? member.words[1] : '';
  return {
    levels: Object.fromEntries(levels),
    themes: day.images.filter((_, index) => (index + member.child + no) % 3 !== 0),
    words: says ?? '',
    text: `${seen} ${arc}`,
  };
}

async function observe(driver: Driver, id: never, group: Group, no: number, childId: never, member: Member): Promise<void> {
  const day = group.days[no] as GroupDay;
  const empty = emptyObservation();
  const written = observationOf(group, no, day, member);
  await driver.call('art-therapy.saveObservation', {
    id,
    childId,
    changes: {
      levels: { from: empty.levels, to: written.levels },
      themes: { from: empty.themes, to: written.themes },
      words: { from: empty.words, to: written.words },
      text: { from: empty.text, to: written.text },
    },
  });
  // Not everybody leaves a sheet every time.
  if ((member.child + no * 3) % 5 === 0) return;
  const seed = group.house * 1000 + no * 40 + member.child;
  await driver.call('art-therapy.addDrawing', {
    id,
    fileId: uuid(),
    childId,
    name: 'risunok.png',
    caption: day.caption,
    data: drawing({ scene: day.scene, mood: day.moods[(member.child + no) % day.moods.length] ?? 'calm', seed }).toString('base64'),
  });
}

async function hold(driver: Driver, group: Group, no: number, daysAgo: number, children: readonly string[]): Promise<void> {
  const id = uuid();
  const day = group.days[no] as GroupDay;
  const { theme, activity, materials, technique } = day;
  await driver.call('art-therapy.createSession', {
    id,
    groupId: group.id,
    shared: {
      onDate: before(daysAgo),
      startsAt: group.startsAt,
      endsAt: group.endsAt,
      place: group.place,
      theme,
      activity,
      materials,
      status: 'held',
    },
    technique,
  });
  const attendance = group.members.map((member) => ({
    childId: (children[member.child] ?? '') as never,
    from: null,
    to: attendanceOf(group, no, member),
  }));
  await driver.call('art-therapy.saveShared', { id, attendance });
  await driver.call('art-therapy.saveContent', {
    id,
    changes: { course: { from: '', to: day.course }, process: { from: '', to: day.process } },
  });
  for (const [index, member] of group.members.entries()) {
    const here = attendance[index];
    if (here && here.to.status !== 'absent') await observe(driver, id, group, no, here.childId, member);
  }
  if (!(group.lastUnsigned && no === group.days.length - 1)) await driver.call('art-therapy.sign', { id });
}

async function create(driver: Driver, group: Group, daysAgo: number, { houses, programmeId }: Place, children: readonly string[]): Promise<void> {
  const { id, name, place, kind, schedule } = group;
  const institutionId = (houses[group.house] ?? '') as never;
  await driver.call('art-therapy.createGroup', {
    id,
    fields: {
      name,
      institutionId,
      programmeId: programmeId,
      agesFrom: 14,
      agesTo: 18,
      place,
      kind,
      schedule,
      sessionsPlanned: 10,
      endedOn: null,
    },
  });
  for (const member of group.members)
    await driver.call('art-therapy.addMember', {
      groupId: id,
      rowId: uuid(),
      childId: children[member.child] ?? '',
      from: before(daysAgo),
    });
  await driver.call('art-therapy.savePlan', {
    groupId: id,
    changes: {
      aim: { from: '', to: group.aim },
      sessions: { from: [], to: group.days.map(({ theme, technique, aim }) => ({ id: uuid(), theme, technique, aim })) },
    },
  });
}

const GROUPS: Group[] = [
  {
    id: uuid(),
    name: 'Тёплый круг',
    house: 0,
    schedule: 'раз в неделю, 15:00–16:20',
    place: 'комната творчества, 2 этаж',
    kind: 'closed',
    aim: 'Безопасное место в группе, язык чувств, подготовка к знакомству с наставниками.',
    startsAt: '15:00',
    endsAt: '16:20',
    lateAt: '15:15',
    earlyAt: '16:05',
    lastDaysAgo: 10,
    days: WARM_CIRCLE,
    members: CIRCLE_MEMBERS,
    lastUnsigned: false,
  },
  {
    id: uuid(),
    name: 'Мастерская у реки',
    house: 1,
    schedule: 'раз в неделю, 16:30–17:45',
    place: 'мастерская',
    kind: 'open',
    aim: 'Совместное дело, право на своё место, подготовка к выпуску.',
    startsAt: '16:30',
    endsAt: '17:45',
    lateAt: '16:45',
    earlyAt: '17:20',
    lastDaysAgo: 5,
    days: RIVER_WORKSHOP,
    members: WORKSHOP_MEMBERS,
    lastUnsigned: true,
  },
];

/** Two art groups of ten sessions; the newest session of one is not signed yet. */
export function planGroups(timeline: Timeline, children: readonly string[], place: Place): void {
  for (const group of GROUPS) {
    const first = group.lastDaysAgo + (group.days.length - 1) * WEEK;
    timeline.on(first + 3, PSYCHOLOGIST.name, (driver) => create(driver, group, first + 3, place, children));
    for (const no of group.days.keys()) {
      const daysAgo = first - no * WEEK;
      timeline.on(daysAgo, PSYCHOLOGIST.name, (driver) => hold(driver, group, no, daysAgo, children));
    }
  }
}
