import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import { STATES, type ChildState, type StateName } from './children.model';
import { canMove, moved, MOVES, type Move } from './children.workflow';

const on = plainDate('2026-11-20');
const since = plainDate('2026-10-01');
const AT: Record<StateName, ChildState> = {
  registered: { state: 'registered', since },
  preparing: { state: 'preparing', since },
  ready: { state: 'ready', since },
  'in-pair': { state: 'in-pair', since },
  paused: { state: 'paused', since, reason: 'санаторий', until: null, before: 'ready' },
  left: { state: 'left', since, reason: 'family', note: '' },
};

/** Written out by hand, so that a changed table is noticed here. */
const LEADS: Record<StateName, Partial<Record<Move, StateName>>> = {
  registered: { startPreparation: 'preparing', pause: 'paused', leave: 'left' },
  preparing: { markReady: 'ready', pause: 'paused', leave: 'left' },
  ready: { enterPair: 'in-pair', reopen: 'preparing', pause: 'paused', leave: 'left' },
  'in-pair': { leavePair: 'ready' },
  paused: { resume: 'ready', leave: 'left' },
  left: { reopen: 'preparing' },
};

describe('every move from every state', () => {
  it.each(STATES.flatMap((state) => MOVES.map((move) => [state, move, LEADS[state][move] ?? null] as const)))('%s, %s: %s', (state, move, to) => {
    expect(canMove(state, move)).toBe(to !== null);
    const go = (): ChildState => moved(AT[state], move, { on, reason: 'почему', leaveReason: 'adult' });
    if (to === null) expect(go).toThrow('CHILD.WRONG_STATE');
    else expect(go()).toMatchObject({ state: to, since: on });
  });
});

it.each(['registered', 'preparing', 'ready'] as const)('a pause at «%s» ends where it began', (state) => {
  const paused = moved(AT[state], 'pause', { on, reason: 'больница', until: plainDate('2026-12-01') });
  expect(paused).toEqual({ state: 'paused', since: on, reason: 'больница', until: '2026-12-01', before: state });
  expect(moved(paused, 'resume', { on }).state).toBe(state);
});

it('leaving keeps its reason and words', () => {
  expect(moved(AT.ready, 'leave', { on, leaveReason: 'family', reason: 'вернулась к бабушке' })).toEqual({
    state: 'left',
    since: on,
    reason: 'family',
    note: 'вернулась к бабушке',
  });
});
