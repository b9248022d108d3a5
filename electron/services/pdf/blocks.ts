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
  const put = (text: string, type = small): Content => say(text, type, column);
  // Requisites, lines and names are three rows, so that the lines to sign on stand level whatever is above them.
  const body = rowsOf(block.parties, perRow).flatMap((parties): Content[][] => [
    filled(
      parties.map((one) => ({ stack: [{ ...put(one.title, size), bold: true, margin: [0, 0, 0, 3] }, ...one.lines.map((line) => put(line))] })),
      perRow,
    ),
    filled(
      parties.map(() => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: Math.min(column, 150), y2: 0, lineWidth: 0.6 }], margin: [0, 30, 0, 3] })),
      perRow,
    ),
    filled(
      parties.map((one) => ({
        stack: [put(one.signer), ...(one.seal ? [{ ...put(one.seal), color: '#555', margin: [0, 6, 0, 0] }] : [])],
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

/** A line break takes a line, however few letters stand before it. */
const LINE = 60;
const lettersOf = (text: Text): number =>
  (Array.isArray(text) ? text : [text])
    .map((span) => (typeof span === 'string' ? span : span.text))
    .reduce((sum, part) => sum + part.length + (part.split('\n').length - 1) * LINE, 0);
const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? lettersOf(block.text) : block.kind === 'list' ? KEPT_TOGETHER : 100), 0);

function columns(block: Extract<Block, { kind: 'columns' }>, place: Place): Content {
  const inner: Place = { size: place.size, width: (place.width - GAP) / 2, isColumn: true };
  const side = (blocks: readonly Block[]): Content => ({ stack: blocks.map((one) => nodeOf(one, inner)), width: '*' });
  return { columns: [side(block.left), side(block.right)], columnGap: GAP, unbreakable: lengthOf([...block.left, ...block.right]) <= KEPT_TOGETHER };
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
const say = (text: string, size: number, width: number): Content => ({ text: wrapped(text, width / size), fontSize: size });

function paragraph(block: Of<'paragraph'>, { size, width, isColumn }: Place): Content {
  const type = block.small ? size - 2 : size;
  return {
    text: wrappedText(block.text, width / type),
    // Beside another language the lines are too short to be spread: holes run down the page.
    alignment: block.align ?? (isColumn ? 'left' : 'justify'),
    leadingIndent: block.indent ? 10 * MM : 0,
    fontSize: type,
    margin: [0, 0, 0, 4],
    unbreakable: lettersOf(block.text) <= SHORT,
  };
}

function title(block: Of<'title'>, { size, width }: Place): Content {
  const under = block.under ? [{ ...say(block.under, size, width), bold: true, alignment: 'center' }] : [];
  return { stack: [{ ...say(block.text, size + 1, width), bold: true, alignment: 'center' }, ...under], margin: [0, 4, 0, 8] };
}

function split(block: Of<'split'>, { size, width }: Place): Content {
  const left = { ...say(block.left, size, width / 2), width: '*' };
  return { columns: [left, { ...say(block.right, size, width / 2), width: 'auto', alignment: 'right' }], columnGap: 8, margin: [0, 0, 0, 8] };
}

const TERM_WIDTH = 150;
function pairs(block: Of<'pairs'>, { size, width }: Place): Content {
  const body = block.rows.map(([name, value]) => [{ ...say(name, size, TERM_WIDTH), color: '#444' }, say(value, size, width - TERM_WIDTH - 16)]);
  return { layout: bare, margin: [0, 0, 0, 6], table: { widths: [TERM_WIDTH, '*'], body } };
}

function boxes(block: Of<'boxes'>, { size, width }: Place): Content {
  const row = (item: { text: string; ticked: boolean }): Content => ({
    columns: [{ text: item.ticked ? '☑' : '☐', font: 'Boxes', width: 14 }, say(item.text, size, width - 14)],
  });
  return { stack: block.items.map(row), margin: [0, 0, 0, 6] };
}

const list = (block: Of<'list'>, { size, width }: Place): Content => ({
  ol: block.items.map((item) => ({ text: wrappedText(item, width / size - 3) })),
  type: 'decimal',
  separator: ')',
  margin: [0, 0, 0, 4],
});

const NODES: { [K in Block['kind']]: (block: Of<K>, place: Place) => Content } = {
  title,
  split,
  paragraph,
  list,
  columns,
  table,
  pairs,
  signatures,
  boxes,
  groups,
  mark: (block, { size, width }) => ({ ...say(block.text, size, width), alignment: 'right', bold: true, margin: [0, 0, 0, 6] }),
  heading: (block, { size, width }) => ({ ...say(block.text, size, width), bold: true, margin: [0, 8, 0, 3], headlineLevel: 1 }),
  qr: (block) => ({ qr: block.text, fit: 110, alignment: 'center', margin: [0, 6, 0, 6] }),
  space: (block) => ({ text: '', margin: [0, block.mm * MM, 0, 0] }),
  pageBreak: () => ({ text: '', pageBreak: 'after' }),
};

/** One block of a paper as the engine's own node. Every text passes through here as a string; nothing else of the data reaches the engine. */
export function nodeOf(block: Block, place: Place): Content {
  const node = NODES[block.kind] as (block: Block, place: Place) => Content;
  return node(block, place);
}
