import type { DefinitionError } from './definition-errors';
import { jsonPath } from './definition-errors';

/** Bytes of a text as UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

interface Open {
  keys: Set<string> | null;
  index: number;
  key: string;
}

/** Where the string that opens at `start` closes. */
function closingQuote(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Whether a text nests deeper than a limit, found before anything is built of it; stops at the first place that does. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = closingQuote(text, at);
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === '{' || sign === '[') depth += 1;
    if (depth > limit) return true;
  }
  return false;
}

/**
 * Keys that a text says twice in one object. JSON.parse keeps the last and says nothing: one reader of the file would see one
 * scale, the program another. Expects a text that JSON.parse has accepted.
 */
export function repeatedKeys(text: string, limit: number): DefinitionError[] {
  const errors: DefinitionError[] = [];
  const open: Open[] = [];
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const top = open.at(-1);
    if (sign === '{' || sign === '[') open.push({ keys: sign === '{' ? new Set() : null, index: 0, key: '' });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && top) top.index += 1;
    else if (sign === '"') {
      const end = closingQuote(text, at);
      key = text.slice(at, end + 1);
      at = end;
    } else if (sign === ':' && top?.keys) {
      top.key = JSON.parse(key) as string;
      if (top.keys.has(top.key) && errors.length < limit) {
        errors.push({ path: jsonPath(open.map((level) => (level.keys ? level.key : level.index))), code: 'FIELD.TWICE' });
      }
      top.keys.add(top.key);
    }
  }
  return errors;
}
