import { z } from 'zod';

/** What a test knows of the world when it asks every request there is. */
export interface Known {
  ids: readonly string[];
  words: string;
  day: string;
}

interface Shape {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minItems?: number;
  minimum?: number;
  minLength?: number;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  default?: unknown;
}

/**
 * An input that a request accepts, made from its own schema: every uuid is the given one, every free text the words.
 * Optional properties are given too, because they are what opens a record rather than a list.
 */
export function exampleOf(schema: z.ZodType, known: Known, pick: number, optional: boolean): unknown {
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape;
  return build(shape, known, pick, optional);
}

function build(shape: Shape, known: Known, pick: number, optional: boolean): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[pick % shape.enum.length];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return build(choices[pick % choices.length] ?? {}, known, pick, optional);
  if (shape.allOf) return shape.allOf.map((part) => build(part, known, pick, optional)).at(0);
  if (shape.type === 'object') {
    const entries = Object.entries(shape.properties ?? {}).filter(([name]) => optional || shape.required?.includes(name));
    return Object.fromEntries(entries.map(([name, part]) => [name, build(part, known, pick, optional)]));
  }
  if (shape.type === 'array') return (shape.minItems ?? 0) > 0 ? [build(shape.items ?? {}, known, pick, optional)] : [];
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === 'boolean') return pick % 2 === 0;
  if (shape.type === 'string') return textOf(shape, known, pick);
  return null;
}

function textOf(shape: Shape, known: Known, pick: number): string {
  if (shape.format === 'uuid' || shape.pattern?.includes('[0-9a-f]{8}')) return known.ids[pick % known.ids.length] ?? '';
  if (shape.format === 'date' || shape.pattern?.startsWith('^\\d{4}')) return known.day;
  if (shape.pattern?.startsWith('^clinical')) return 'clinical/x';
  return known.words;
}
