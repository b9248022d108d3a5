import type { PlainDate } from '../../kernel/plain-date';
import { refusal } from '../../kernel/errors';
import type { ChildState, StateName } from './children.model';

/*
 *  registered ──startPreparation──▶ preparing ──markReady──▶ ready ──enterPair──▶ in-pair
 *      │  ▲                            │  ▲                   │ ▲                    │
 *      │  └────────── undone by ───────┼──┼──── reopen ───────┘ └──── leavePair ─────┘
 *      └───────────────┬───────────────┴──┼───────┘
 *                    pause             resume (back to where it was)
 *                      ▼                  │
 *                    paused ──────────────┘        any state but in-pair ──leave──▶ left ──reopen──▶ preparing
 *
 *  A child in a pair is never paused or let go past the pair: the pair closes first, by its own procedure.
 */
export const MOVES = ['startPreparation', 'markReady', 'enterPair', 'leavePair', 'pause', 'resume', 'leave', 'reopen'] as const;
export type Move = (typeof MOVES)[number];

export const MOVES_FROM: Record<StateName, readonly Move[]> = {
  registered: ['startPreparation', 'pause', 'leave'],
  preparing: ['markReady', 'pause', 'leave'],
  ready: ['enterPair', 'reopen', 'pause', 'leave'],
  'in-pair': ['leavePair'],
  paused: ['resume', 'leave'],
  left: ['reopen'],
};

export const canMove = (state: StateName, move: Move): boolean => MOVES_FROM[state].includes(move);

export interface MoveFacts {
  on: PlainDate;
  reason?: string;
  until?: PlainDate | null;
  leaveReason?: Extract<ChildState, { state: 'left' }>['reason'];
}

/** The state after a move; refuses a move that the table does not know from here. */
export function moved(from: ChildState, move: Move, facts: MoveFacts): ChildState {
  if (!canMove(from.state, move)) throw refusal('CHILD.WRONG_STATE', { state: from.state });
  const since = facts.on;
  switch (move) {
    case 'startPreparation':
    case 'reopen':
      return { state: 'preparing', since };
    case 'markReady':
    case 'leavePair':
      return { state: 'ready', since };
    case 'enterPair':
      return { state: 'in-pair', since };
    case 'pause':
      return {
        state: 'paused',
        since,
        reason: facts.reason ?? '',
        until: facts.until ?? null,
        before: from.state as 'registered' | 'preparing' | 'ready',
      };
    case 'resume':
      return { state: from.state === 'paused' ? from.before : 'registered', since };
    case 'leave':
      return { state: 'left', since, reason: facts.leaveReason ?? 'other', note: facts.reason ?? '' };
  }
}
