import type { DocumentId } from '../../kernel/ids';
import type { PlainDate } from '../../kernel/plain-date';

/**
 * The life of a pair, as far as the guest contract needs it.
 *
 *   acquainted --startMeetings--> meeting-inside --startPapers--> papers --startHosting--> hosting
 *                                     ^                            |  ^                       |
 *                                     +------returnToMeetings------+  +---contract annulled---+
 *                                     +------returnToMeetings---------------------------------+
 *   any of the four ------------------------------close------------------------------> closed (reason), final
 *
 * `hosting` needs an issued contract: documents tells the pair its number at issue, and takes it back at annulment.
 * A pair is never reopened: a rematch is a new pair, so that the log of the first stays whole.
 */
export const PAIR_STAGES = ['acquainted', 'meeting-inside', 'papers', 'hosting', 'closed'] as const;
export type PairStage = (typeof PAIR_STAGES)[number];

export const CLOSING_REASONS = [
  'programme-completed',
  'child-wish',
  'mentor-wish',
  'child-left',
  'mentor-left',
  'not-a-match',
  'safety',
  'opened-by-mistake',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export type PairState =
  | { stage: 'acquainted'; since: PlainDate }
  | { stage: 'meeting-inside'; since: PlainDate }
  | { stage: 'papers'; since: PlainDate; contract: ContractMark | null }
  | { stage: 'hosting'; since: PlainDate; contract: ContractMark }
  | { stage: 'closed'; since: PlainDate; reason: ClosingReason; note: string };

export interface ContractMark {
  documentId: DocumentId;
  number: string;
}

export const PAIR_COMMANDS = ['startMeetings', 'startPapers', 'returnToMeetings', 'startHosting', 'close'] as const;
export type PairCommand = (typeof PAIR_COMMANDS)[number];

const FROM: Record<PairCommand, readonly PairStage[]> = {
  startMeetings: ['acquainted'],
  startPapers: ['meeting-inside'],
  returnToMeetings: ['papers', 'hosting'],
  startHosting: ['papers'],
  close: ['acquainted', 'meeting-inside', 'papers', 'hosting'],
};

const TO: Record<PairCommand, PairStage> = {
  startMeetings: 'meeting-inside',
  startPapers: 'papers',
  returnToMeetings: 'meeting-inside',
  startHosting: 'hosting',
  close: 'closed',
};

export const PAIR_REFUSALS = ['PAIR.WRONG_STAGE', 'PAIR.NO_CONTRACT', 'PAIR.DATE_BEFORE_STAGE'] as const;
export type PairRefusal = (typeof PAIR_REFUSALS)[number];

/** Why this command cannot be given now; null when it can. The screen and the main process ask the same table. */
export function whyNotMove(state: PairState, command: PairCommand, on: PlainDate): PairRefusal | null {
  if (!FROM[command].includes(state.stage)) return 'PAIR.WRONG_STAGE';
  if (command === 'startHosting' && !(state.stage === 'papers' && state.contract)) return 'PAIR.NO_CONTRACT';
  if (on < state.since) return 'PAIR.DATE_BEFORE_STAGE';
  return null;
}

export const stageAfter = (command: PairCommand): PairStage => TO[command];

/** The commands whose button the screen shows in this stage, in the order of the drawing. */
export const commandsIn = (stage: PairStage): PairCommand[] => PAIR_COMMANDS.filter((command) => FROM[command].includes(stage));
