import type { Instrument } from './instrument.model';

/**
 * Results of methods that are given and scored outside. What scales such a method has is a definition of kind `external`
 * (instruments.md A.4): titles, units and limits, and never an item's text.
 */
export interface OutsideRange {
  index: number;
  min: number;
  max: number;
}

/** Values that the method's scales cannot have, by their place in the list; a scale of the person's own naming is not judged. */
export function valuesOutsideRange(definition: Pick<Instrument, 'scales'>, scores: readonly { scale: string; value: number }[]): OutsideRange[] {
  return scores.flatMap(({ scale: id, value }, index) => {
    const scale = definition.scales.find((one) => one.id === id);
    if (!scale || (value >= scale.range[0] && value <= scale.range[1])) return [];
    return [{ index, min: scale.range[0], max: scale.range[1] }];
  });
}

/** Eight colours in the order of choice, 0 to 7, each once. */
export const isColourOrder = (order: readonly number[]): boolean =>
  order.length === 8 && new Set(order).size === 8 && order.every((colour) => Number.isInteger(colour) && colour >= 0 && colour <= 7);
