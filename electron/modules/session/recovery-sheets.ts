import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { splitRecoveryKey } from '../../vault';
import { asHalves, GROUPS, newSheet, type Sheet } from './new-sheet';
import { requireKeyring, type Program } from './program';
import { liveActor, liveSession } from './status';
import { recoverySheetPaper } from '../../services/pdf/recovery-sheet';

type Which = 'org' | 'clin';

/** The sheet that this very session made. Nobody else's session ever has it at hand. */
export function sheetOf(program: Program, which: Which): Sheet {
  const sheet = liveSession(program).sheets[which];
  if (!sheet) throw refusal('RECOVERY.NOT_AT_HAND');
  return sheet;
}

export async function sheetPdf(program: Program, which: Which, halves: boolean): Promise<{ pdf: string; groups: number }> {
  const sheet = sheetOf(program, which);
  const language = liveActor(program).language;
  const organisation = liveSession(program).records.db.get<{ name: string }>('SELECT name_ru AS name FROM organisation')?.name ?? '';
  const template: unknown = JSON.parse(readFileSync(join(program.services.resourcesDir, 'templates', `recovery-sheet-${which}.json`), 'utf8'));
  // Printing again as halves keeps the same halves: a sheet in somebody's hands must stay true.
  const parted = halves && !sheet.halves ? asHalves(sheet, splitRecoveryKey(sheet.text)) : sheet;
  liveSession(program).sheets[which] = parted;
  const texts = halves && parted.halves ? parted.halves : [sheet.text];
  const paper = recoverySheetPaper(template, { which, language, organisation, texts: [...texts], issuedAt: program.clock().toISOString() });
  const bytes = await program.services.pdf.render(paper);
  return { pdf: Buffer.from(bytes).toString('base64'), groups: GROUPS };
}

/** For a sheet that was never confirmed, or was lost: a holder makes a new one, the old opens nothing newer. */
export async function renewSheet(program: Program, which: Which, password: string): Promise<{ groups: number }> {
  const session = liveSession(program);
  const vault = which === 'org' ? 'records' : 'clinical';
  const mine = which === 'org' ? liveActor(program).roles.includes('administrator') : session.keys.holds('clinical');
  if (!mine) throw refusal('RECOVERY.NOT_YOURS');
  const answer = await requireKeyring(program).checkPassword(session.keys, password);
  if (!answer.ok) throw refusal('PASSWORD.WRONG', { seconds: Math.ceil(answer.retryAfterMs / 1000) });
  const { recoveryText } = requireKeyring(program).replaceRecoveryKey(session.keys, vault);
  session.sheets[which] = newSheet(recoveryText);
  return { groups: GROUPS };
}
