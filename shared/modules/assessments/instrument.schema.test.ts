import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from './canonical-json';
import { loadInstrument } from './instrument.loader';
import { Instrument } from './instrument.model';

const folder = new URL('../../../resources/instruments/', import.meta.url);
const file = new URL('instrument.schema.json', folder);

/** The JSON Schema that editors use, made from the program's own shape. What parts say of one another only the loader checks. */
function schemaText(): string {
  const schema = z.toJSONSchema(Instrument, { io: 'input' });
  const named = { title: 'A questionnaire of Tirek', description: 'Checked further by the program: references, ranges, bands, languages.' };
  return `${JSON.stringify({ $schema: schema.$schema, ...named, ...schema }, null, 2)}\n`;
}

describe('the JSON Schema of definitions', () => {
  it('is the one that the program itself goes by (write it anew with UPDATE_SCHEMA=1)', () => {
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, schemaText());
    expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(schemaText()));
  });
});

describe('the definitions that ship', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'instrument.schema.json');
  it.each(names)('%s is accepted, and its canonical form loads to the same', (name) => {
    const loaded = loadInstrument(readFileSync(new URL(name, folder), 'utf8'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors, null, 1));
    const again = loadInstrument(canonicalJson(loaded.instrument));
    expect(again).toEqual(loaded);
  });
});
