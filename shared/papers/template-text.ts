/**
 * The small language of templates: {{field}} and [[if condition]] … [[else]] … [[end]], one level deep. It can name
 * fields and nothing else, so a template from a stranger can at worst be wrong.
 */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: string }
  | { kind: 'if'; name: string; negated: boolean; then: Piece[]; otherwise: Piece[] };

const TOKEN = /\{\{\s*([\w.]+)\s*\}\}|\[\[\s*(if|if not|else|end)(?:\s+([\w.]+))?\s*\]\]/g;

export class TemplateSyntaxError extends Error {
  constructor(readonly detail: string) {
    super(`template: ${detail}`);
  }
}

/** @throws TemplateSyntaxError for an unclosed or nested condition */
export function parseTemplateText(text: string): Piece[] {
  const top: Piece[] = [];
  let open: Extract<Piece, { kind: 'if' }> | null = null;
  let target = top;
  let last = 0;
  const plain = (to: number): void => {
    if (to > last) target.push({ kind: 'text', text: text.slice(last, to) });
  };
  for (const match of text.matchAll(TOKEN)) {
    plain(match.index);
    last = match.index + match[0].length;
    const [, field, word, condition] = match;
    if (field !== undefined) target.push({ kind: 'field', name: field });
    else if (word === 'end') {
      if (!open) throw new TemplateSyntaxError('[[end]]');
      open = null;
      target = top;
    } else if (word === 'else') {
      if (!open) throw new TemplateSyntaxError('[[else]]');
      target = open.otherwise;
    } else {
      if (open || !condition) throw new TemplateSyntaxError(match[0]);
      open = { kind: 'if', name: condition, negated: word === 'if not', then: [], otherwise: [] };
      top.push(open);
      target = open.then;
    }
  }
  plain(text.length);
  if (open) throw new TemplateSyntaxError(`[[if ${open.name}]]`);
  if (/\{\{|\}\}|\[\[|\]\]/.test(textsOf(top))) throw new TemplateSyntaxError('{{ }} [[ ]]');
  return top;
}

const textsOf = (pieces: Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'if' ? textsOf(piece.then) + textsOf(piece.otherwise) : '')).join(' ');

export function namesIn(pieces: Piece[]): { fields: string[]; conditions: string[] } {
  const fields: string[] = [];
  const conditions: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'field') fields.push(piece.name);
    else if (piece.kind === 'if') {
      conditions.push(piece.name);
      for (const inner of [namesIn(piece.then), namesIn(piece.otherwise)]) {
        fields.push(...inner.fields);
        conditions.push(...inner.conditions);
      }
    }
  }
  return { fields, conditions };
}

/** `fieldText` answers what stands in a field's place; `isTrue` whether a condition holds. */
export function fillPieces(pieces: Piece[], fieldText: (name: string) => string, isTrue: (name: string) => boolean): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'field') return fieldText(piece.name);
      return fillPieces(isTrue(piece.name) !== piece.negated ? piece.then : piece.otherwise, fieldText, isTrue);
    })
    .join('');
}
