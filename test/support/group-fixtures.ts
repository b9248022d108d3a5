import { deflateSync } from 'node:zlib';
import type { Input, Output } from '../../shared/contract/api';
import { newChild, TODAY, uuid, type Room } from './casework-fixtures';
import { ADMINISTRATOR } from './program';
import { PSYCHOLOGIST } from './contract-fixtures';

export const EDUCATOR = 'Воспитатель Айша';
export const EDUCATOR_ELSEWHERE = 'Воспитатель другого дома';
export type SessionRecord = Output<'art-therapy.session'>;
type Shared = Input<'art-therapy.createSession'>['shared'];
type Observation = SessionRecord['observations'][number]['fields'];

export const shared = (patch: Partial<Shared> = {}): Shared => ({
  onDate: TODAY,
  startsAt: '15:00',
  endsAt: '16:20',
  place: 'мастерская',
  theme: 'Дом, в котором я живу',
  activity: 'Рисовали дом, показывали по желанию.',
  materials: 'Акварель, мелки, уголь',
  status: 'held',
  ...patch,
});

/** A grey picture of the given size, whole. */
export function png(width = 2, height = 2): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  );
  const crc = (bytes: Buffer) => ~bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), -1) >>> 0;
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const pixels = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 4096), 0x80));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

export interface GroupWorld {
  room: Room;
  groupId: string;
  /** Two of the house, one of another house, one who does not go to the group. */
  alikhan: string;
  karina: string;
  ruslan: string;
  outsider: string;
}

/** A group of three children, one of them from another house, and educators of both houses. */
export async function groupWorld(room: Room): Promise<GroupWorld> {
  const { program, world } = room;
  await program.signIn(ADMINISTRATOR);
  await program.addColleague(EDUCATOR, ['staff'], { institutionIds: [world.institutionId] });
  await program.addColleague(EDUCATOR_ELSEWHERE, ['staff'], { institutionIds: [world.otherInstitutionId] });
  const child = async (given: string, institutionId = world.institutionId): Promise<string> => {
    const before = world.institutionId;
    world.institutionId = institutionId;
    const { id } = await newChild(room, given);
    world.institutionId = before;
    return id;
  };
  const [alikhan, karina, ruslan, outsider] = [
    await child('Алихан'),
    await child('Карина'),
    await child('Руслан', world.otherInstitutionId),
    await child('Мерей'),
  ] as [string, string, string, string];
  await program.signIn(PSYCHOLOGIST);
  const groupId = await newGroup(room, { name: 'Листья' });
  for (const childId of [alikhan, karina, ruslan]) await join(room, groupId, childId);
  return { room, groupId, alikhan, karina, ruslan, outsider };
}

export async function newGroup({ program, world }: Room, patch: object = {}): Promise<string> {
  const id = uuid();
  await program.call('art-therapy.createGroup', {
    id,
    fields: {
      name: 'Группа',
      institutionId: world.institutionId,
      programmeId: world.programmeId,
      agesFrom: 10,
      agesTo: 13,
      place: 'мастерская',
      kind: 'open',
      schedule: 'по четвергам, 15:00',
      sessionsPlanned: 12,
      endedOn: null,
      ...patch,
    } as never,
  });
  return id;
}

export const join = ({ program }: Room, groupId: string, childId: string, from = '2026-09-01') =>
  program.call('art-therapy.addMember', { groupId, rowId: uuid(), childId, from });

export const newSession = ({ program }: Room, groupId: string, patch: Partial<Shared> = {}, id: string = uuid()) =>
  program.call('art-therapy.createSession', { id, groupId, shared: shared(patch), technique: 'свободный рисунок' });

export const came = { status: 'came' as const, time: null, reason: null };
export const ill = { status: 'absent' as const, time: null, reason: 'ill' as const };

export const attend = ({ program }: Room, id: string, lines: Record<string, typeof came | typeof ill>) =>
  program.call('art-therapy.saveShared', { id, attendance: Object.entries(lines).map(([childId, to]) => ({ childId, from: null, to })) });

export async function observe({ program }: Room, id: string, childId: string, patch: Partial<Observation>): Promise<SessionRecord> {
  const record = await program.call('art-therapy.session', { id });
  const stored = record.observations.find((one) => one.childId === childId)?.fields as Observation;
  const changes = Object.fromEntries(Object.entries(patch).map(([key, to]) => [key, { from: stored[key as keyof Observation], to }]));
  return program.call('art-therapy.saveObservation', { id, childId, changes });
}

export const describeGroup = ({ program }: Room, id: string, process: string) =>
  program.call('art-therapy.saveContent', { id, changes: { process: { from: '', to: process } } });
