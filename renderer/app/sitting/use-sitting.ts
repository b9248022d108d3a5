import { useCallback, useEffect, useRef, useState } from 'react';
import { answerTo, askedItems, nextItem, previousItem } from '../../../shared/modules/assessments/answers';
import type { Item } from '../../../shared/modules/assessments/instrument.model';
import type { Answers } from '../../../shared/modules/assessments/result.model';
import { api } from '../../lib/client';
import type { Output } from '../../../shared/contract/api';

export type Sitting = NonNullable<Output<'assessments.sitting'>>;

/** `intro` before the first question, `end` after the last, otherwise the question that is asked. */
export type Place = { at: 'intro' } | { at: 'question'; item: Item; number: number; of: number } | { at: 'end' };

export interface SittingState {
  place: Place;
  answers: Answers;
  failed: boolean;
  begin: () => void;
  answer: (item: Item, value: number | null) => void;
  back: (item: Item) => void;
  again: () => void;
}

/** The first question without an answer: after a pause the test goes on where it stopped. */
function firstOpen(sitting: Sitting, answers: Answers): Item | null {
  return askedItems(sitting.instrument, answers).find((item) => !Object.hasOwn(answers, item.id)) ?? null;
}

function placeOf(sitting: Sitting, answers: Answers, current: Item | 'intro' | 'end'): Place {
  if (current === 'intro' || current === 'end') return { at: current };
  const asked = askedItems(sitting.instrument, answers);
  return { at: 'question', item: current, number: asked.findIndex(({ id }) => id === current.id) + 1, of: asked.length };
}

/**
 * One question after another. Each answer is stored before the next question comes, so that a closed window loses none; the
 * seconds that a question was on the screen go with it, for the signs of hurried answers.
 */
export function useSitting(sitting: Sitting): SittingState {
  const [answers, setAnswers] = useState<Answers>(sitting.answers);
  const [current, setCurrent] = useState<Item | 'intro' | 'end'>('intro');
  const [failed, setFailed] = useState(false);
  const since = useRef(0);
  const busy = useRef(false);

  useEffect(() => {
    since.current = performance.now();
  }, [current]);

  const answer = useCallback(
    (item: Item, value: number | null) => {
      if (busy.current) return;
      busy.current = true;
      const seconds = Math.round((performance.now() - since.current) / 100) / 10;
      api.assessments
        .answer({ id: sitting.id, answers: { [item.id]: value }, seconds: { [item.id]: seconds } })
        .then(() => {
          const next = { ...answers, [item.id]: value };
          setFailed(false);
          setAnswers(next);
          setCurrent(nextItem(sitting.instrument, next, item.id) ?? 'end');
        })
        .catch(() => {
          setFailed(true);
        })
        .finally(() => {
          busy.current = false;
        });
    },
    [answers, sitting],
  );

  return {
    place: placeOf(sitting, answers, current),
    answers,
    failed,
    answer,
    begin: () => {
      setCurrent(firstOpen(sitting, answers) ?? 'end');
    },
    back: (item) => {
      setCurrent(previousItem(sitting.instrument, answers, item.id) ?? 'intro');
    },
    again: () => {
      setCurrent(askedItems(sitting.instrument, answers).at(-1) ?? 'intro');
    },
  };
}

export const givenTo = (answers: Answers, item: Item): number | null => answerTo(answers, item.id);
