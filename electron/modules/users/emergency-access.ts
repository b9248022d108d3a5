import type { EmergencyAccess, EmergencyEnd, EmergencyNotice } from '../../../shared/modules/users/emergency.model';
import type { ReadDb, WriteDb } from '../../db/types';
import { EmergencyAccessEntity } from './emergency-access.entity';

/*
 * An emergency access stands twice. The clinical vault keeps who, with whom, when and why, and refuses to forget it. The
 * records keep who and when, without the reason: those who watch over the house see it, and a clinical file that was put
 * back to the day before is convicted by the line that it lacks.
 */
const TOLD = 'clinical.emergencies';

export const emergenciesTold = (records: ReadDb): EmergencyNotice[] => {
  const row = records.get<{ value: string }>('SELECT value FROM setting WHERE id = ?', TOLD);
  return row ? (JSON.parse(row.value) as EmergencyNotice[]) : [];
};

export function tellEmergency(records: WriteDb, notice: EmergencyNotice): void {
  const all = [...emergenciesTold(records).filter(({ id }) => id !== notice.id), notice];
  records.run('INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', TOLD, JSON.stringify(all));
}

export function beginEmergency(db: WriteDb, access: Omit<EmergencyAccessEntity, 'endedAt' | 'endedHow'>): void {
  db.table(EmergencyAccessEntity).insert({ ...access, endedAt: null, endedHow: null });
}

export function endEmergencyRow(db: WriteDb, id: string, at: string, how: EmergencyEnd): void {
  db.table(EmergencyAccessEntity).update(id, { endedAt: at, endedHow: how });
}

/** Newest first. A line that only the records know is shown too: the clinical file no longer has it, and that is worth an alarm. */
export function emergencyAccesses(db: ReadDb, records: ReadDb): EmergencyAccess[] {
  const kept = db
    .table(EmergencyAccessEntity)
    .where({})
    .map((row): EmergencyAccess => ({
      ...row,
      id: row.id as EmergencyAccess['id'],
      userId: row.userId as EmergencyAccess['userId'],
      missing: false,
    }));
  const known = new Set(kept.map(({ id }) => id as string));
  const missing = emergenciesTold(records)
    .filter(({ id }) => !known.has(id))
    .map((notice): EmergencyAccess => ({
      id: notice.id,
      userId: notice.userId,
      userName: notice.name,
      secondName: notice.secondName,
      reason: '',
      fromAt: notice.fromAt,
      untilAt: notice.untilAt,
      endedAt: null,
      endedHow: null,
      missing: true,
    }));
  return [...kept, ...missing].sort((a, b) => b.fromAt.localeCompare(a.fromAt));
}
