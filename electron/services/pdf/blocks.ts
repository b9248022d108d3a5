import type { Block, Content, Text } from './types';
import { wrapped, wrappedText } from './wrapping';

export const MM = 72 / 25.4;

/** Where a block stands: the size of its type and the width it has, in points; beside another language or alone. */
export interface Place {
  size: number;
  width: number;
  isColumn?: true;
}

const GAP = 16;
const CELL = 8.5;
const hairline = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#555',
  vLineColor: () => '#555',
  paddingTop: () => 2,
  paddingBottom: () => 2,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};
const bare = { hLineWidth: () => 0, vLineWidth: () => 0, paddingTop: () => 1, paddingBottom: () => 1, paddingLeft: () => 0, paddingRight: () => 8 };
const signing = { ...bare, hLineWidth: () => 0, paddingTop: () => 0, paddingBottom: () => 0, paddingRight: () => 12 };
/** More than this much text between the heading and the line is not kept on one page: it may not fit on any. */
const KEPT_TOGETHER = 1500;
/** A paragraph of a few lines is not parted. */
const SHORT = 400;

const rowsOf = <T>(items: readonly T[], perRow: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) => items.slice(row * perRow, (row + 1) * perRow));
const filled = (cells: Content[], length: number): Content[] => [...cells, ...Array.from({ length: length - cells.length }, () => ({ text: '' }))];

function signatures(block: Extract<Block, { kind: 'signatures' }>, { size, width }: Place): Content {
  const perRow = block.parties.length > 3 ? 2 : block.parties.length;
  const column = width / perRow - 12;
  const small = size - 1;
  const say = (text: string, type = small): Content => ({ text: wrapped(text, column / type), fontSize: type });
  // Requisites, lines and names are three rows, so that the lines to sign on stand level whatever is above them.
  const body = rowsOf(block.parties, perRow).flatMap((parties): Content[][] => [
    filled(
      parties.map((one) => ({ stack: [{ ...say(one.title, size), bold: true, margin: [0, 0, 0, 3] }, ...one.lines.map((line) => say(line))] })),
      perRow,
    ),
    filled(
      parties.map(() => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: Math.min(column, 150), y2: 0, lineWidth: 0.6 }], margin: [0, 30, 0, 3] })),
      perRow,
    ),
    filled(
      parties.map((one) => ({
        stack: [say(one.signer), ...(one.seal ? [{ ...say(one.seal), color: '#555', margin: [0, 6, 0, 0] }] : [])],
        margin: [0, 0, 0, 10],
      })),
      perRow,
    ),
  ]);
  const length = block.parties.reduce((sum, one) => sum + one.title.length + one.lines.join('').length + one.signer.length, 0);
  return {
    unbreakable: length <= KEPT_TOGETHER,
    margin: [0, 8, 0, 0],
    stack: [
      ...(block.heading ? [{ text: wrapped(block.heading, width / size), bold: true, margin: [0, 0, 0, 6] }] : []),
      { layout: signing, table: { widths: Array.from({ length: perRow }, () => '*'), body } },
    ],
  };
}

function groups(block: Extract<Block, { kind: 'groups' }>): Content {
  const cells = block.groups.map((group, index): Content => ({
    stack: [
      { text: group, fontSize: 17, bold: true, alignment: 'center' },
      { text: String(block.from + index), fontSize: 8, alignment: 'center', color: '#555' },
    ],
  }));
  const body = rowsOf(cells, block.perRow).map((row) => filled(row, block.perRow));
  return {
    layout: { ...hairline, paddingTop: () => 6, paddingBottom: () => 4 },
    table: { widths: Array.from({ length: block.perRow }, () => '*'), body, dontBreakRows: true },
    margin: [0, 8, 0, 8],
  };
}

function table(block: Extract<Block, { kind: 'table' }>, place: Place): Content {
  const size = block.small ? Math.max(7, place.size - 3) : place.size - 1;
  const fixed = block.widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : 0), 0);
  const open = block.widths.filter((width) => typeof width !== 'number').length;
  const ems = block.widths.map((width) => (typeof width === 'number' ? width : (place.width - fixed - CELL * block.widths.length) / open) / size);
  const cell = (text: string, column: number): Content => ({ text: wrapped(text, ems[column] ?? 10) });
  // A row higher than a page would be cut off; only rows of ordinary length are kept whole.
  const isLong = block.rows.some((row) => row.some((text) => text.length > 2000));
  return {
    layout: hairline,
    fontSize: size,
    margin: [0, 2, 0, 6],
    table: {
      headerRows: 1,
      dontBreakRows: !isLong,
      widths: block.widths,
      body: [block.head.map((text, column) => ({ ...cell(text, column), bold: true })), ...block.rows.map((row) => row.map(cell))],
    },
  };
}

const lettersOf = (text: Text): number =>
  (Array.isArray(text) ? text : [text]).reduce((sum, span) => sum + (typeof span === 'string' ? span : span.text).length, 0);
const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? lettersOf(block.text) : block.kind === 'list' ? KEPT_TOGETHER : 100), 0);

function columns(block: Extract<Block, { kind: 'columns' }>, place: Place): Content {
  const inner: Place = { size: place.size, width: (place.width - GAP) / 2, isColumn: true };
  const side = (blocks: readonly Block[]): Content => ({ stack: blocks.map((one) => nodeOf(one, inner)), width: '*' });
  return { columns: [side(block.left), side(block.right)], columnGap: GAP, unbreakable: lengthOf([...block.left, ...block.right]) <= KEPT_TOGETHER };
}

const TERM_WIDTH = 150;

/** One block of a paper as the engine's own node. Every text passes through here as a string; nothing else of the data reaches the engine. */
export function nodeOf(block: Block, place: Place): Content {
  const { size, width } = place;
  const say = (text: string, type = size, room = width): Content => ({ text: wrapped(text, room / type), fontSize: type });
  switch (block.kind) {
    case 'title':
      return {
        stack: [
          { ...say(block.text, size + 1), bold: true, alignment: 'center' },
          ...(block.under ? [{ ...say(block.under), bold: true, alignment: 'center' }] : []),
        ],
        margin: [0, 4, 0, 8],
      };
    case 'mark':
      return { ...say(block.text), alignment: 'right', bold: true, margin: [0, 0, 0, 6] };
    case 'split':
      return {
        columns: [
          { ...say(block.left, size, width / 2), width: '*' },
          { ...say(block.right, size, width / 2), width: 'auto', alignment: 'right' },
        ],
        columnGap: 8,
        margin: [0, 0, 0, 8],
      };
    case 'heading':
      return { ...say(block.text), bold: true, margin: [0, 8, 0, 3], headlineLevel: 1 };
    case 'paragraph': {
      const type = block.small ? size - 2 : size;
      // Beside another language the lines are too short to be spread: holes run down the page.
      return {
        text: wrappedText(block.text, width / type),
        alignment: block.align ?? (place.isColumn ? 'left' : 'justify'),
        leadingIndent: block.indent ? 10 * MM : 0,
        fontSize: type,
        margin: [0, 0, 0, 4],
        unbreakable: lettersOf(block.text) <= SHORT,
      };
    }
    case 'list':
      return {
        ol: block.items.map((item) => ({ text: wrappedText(item, width / size - 3) })),
        type: 'decimal',
        separator: ')',
        margin: [0, 0, 0, 4],
      };
    case 'columns':
      return columns(block, place);
    case 'table':
      return table(block, place);
    case 'pairs':
      return {
        layout: bare,
        margin: [0, 0, 0, 6],
        table: {
          widths: [TERM_WIDTH, '*'],
          body: block.rows.map(([name, value]) => [{ ...say(name, size, TERM_WIDTH), color: '#444' }, say(value, size, width - TERM_WIDTH - 16)]),
        },
      };
    case 'signatures':
      return signatures(block, place);
    case 'boxes':
      return {
        stack: block.items.map((item) => ({
          columns: [{ text: item.ticked ? '☑' : '☐', font: 'Boxes', width: 14 }, say(item.text, size, width - 14)],
        })),
        margin: [0, 0, 0, 6],
      };
    case 'groups':
      return groups(block);
    case 'qr':
      return { qr: block.text, fit: 110, alignment: 'center', margin: [0, 6, 0, 6] };
    case 'space':
      return { text: '', margin: [0, block.mm * MM, 0, 0] };
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
  }
}
