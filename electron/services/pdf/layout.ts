import type { Content, Paper, Block, Text, Span } from './types';
import { visible } from './types';

const MM = 72 / 25.4;
/** GOST R 7.0.97: left 30 mm for papers kept over ten years, right 10, top and bottom 20. */
const PORTRAIT = [30 * MM, 20 * MM, 10 * MM, 20 * MM];
const LANDSCAPE = [20 * MM, 20 * MM, 10 * MM, 15 * MM];
/** A run of letters without a space longer than this is cut with spaces, so that it wraps instead of leaving the page. */
const LONGEST_WORD = 60;

const broken = (text: string): string => visible(text).replace(new RegExp(`\\S{${LONGEST_WORD}}`, 'gu'), '$& ');

const spanOf = (span: Span): Content => (typeof span === 'string' ? { text: broken(span) } : { text: broken(span.text), bold: span.bold === true, italics: span.italic === true });
const textOf = (text: Text): Content => ({ text: (Array.isArray(text) ? text : [text]).map(spanOf) });

const hairline = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#555', vLineColor: () => '#555', paddingTop: () => 2, paddingBottom: () => 2, paddingLeft: () => 4, paddingRight: () => 4 };
const bare = { hLineWidth: () => 0, vLineWidth: () => 0, paddingTop: () => 1, paddingBottom: () => 1, paddingLeft: () => 0, paddingRight: () => 8 };

function signatures(block: Extract<Block, { kind: 'signatures' }>, size: number): Content {
  const party = (one: (typeof block.parties)[number]): Content => ({
    stack: [
      { text: broken(one.title), bold: true, margin: [0, 0, 0, 3] },
      ...one.lines.map((line) => ({ text: broken(line), fontSize: size - 1 })),
      { text: '_______________________', margin: [0, 18, 0, 0] },
      { text: broken(one.signer), fontSize: size - 1 },
    ],
  });
  const perRow = block.parties.length > 3 ? 2 : block.parties.length;
  const rows: Content[][] = [];
  for (let i = 0; i < block.parties.length; i += perRow) rows.push(block.parties.slice(i, i + perRow).map(party));
  const last = rows.at(-1);
  while (last && last.length < perRow) last.push({ text: '' });
  // A signature that parts from its requisites on another page is worth nothing.
  return { layout: bare, table: { widths: Array.from({ length: perRow }, () => '*'), body: rows, dontBreakRows: true }, margin: [0, 10, 0, 0] };
}

function groups(block: Extract<Block, { kind: 'groups' }>): Content {
  const cells = block.groups.map((group, index): Content => ({
    stack: [{ text: group, fontSize: 17, bold: true, alignment: 'center' }, { text: String(block.from + index), fontSize: 8, alignment: 'center', color: '#555' }],
  }));
  const body: Content[][] = [];
  for (let i = 0; i < cells.length; i += block.perRow) body.push(cells.slice(i, i + block.perRow));
  const last = body.at(-1);
  while (last && last.length < block.perRow) last.push({ text: '' });
  return { layout: { ...hairline, paddingTop: () => 6, paddingBottom: () => 4 }, table: { widths: Array.from({ length: block.perRow }, () => '*'), body, dontBreakRows: true }, margin: [0, 8, 0, 8] };
}

/** One block of a paper as the engine's own node. Every text passes through here as a string; nothing else of the data reaches the engine. */
export function nodeOf(block: Block, size: number): Content {
  switch (block.kind) {
    case 'title':
      return { stack: [{ text: broken(block.text), bold: true, alignment: 'center', fontSize: size + 1 }, ...(block.under ? [{ text: broken(block.under), bold: true, alignment: 'center' }] : [])], margin: [0, 4, 0, 8] };
    case 'mark':
      return { text: broken(block.text), alignment: 'right', bold: true, margin: [0, 0, 0, 6] };
    case 'split':
      return { columns: [{ text: broken(block.left), width: '*' }, { text: broken(block.right), width: 'auto', alignment: 'right' }], columnGap: 8, margin: [0, 0, 0, 8] };
    case 'heading':
      return { text: broken(block.text), bold: true, margin: [0, 8, 0, 3], headlineLevel: 1 };
    case 'paragraph':
      return { ...textOf(block.text), alignment: block.align ?? 'justify', leadingIndent: block.indent ? 10 * MM : 0, fontSize: block.small ? size - 2 : size, margin: [0, 0, 0, 4] };
    case 'list':
      return { ol: block.items.map(textOf), type: 'decimal', separator: ')', margin: [0, 0, 0, 4] };
    case 'columns':
      return { columns: [{ stack: block.left.map((one) => nodeOf(one, size)), width: '*' }, { stack: block.right.map((one) => nodeOf(one, size)), width: '*' }], columnGap: 14 };
    case 'table':
      return {
        layout: hairline, fontSize: block.small ? size - 3 : size - 1, margin: [0, 2, 0, 6],
        table: { headerRows: 1, dontBreakRows: true, widths: block.widths, body: [block.head.map((text) => ({ text: broken(text), bold: true })), ...block.rows.map((row) => row.map((text) => ({ text: broken(text) })))] },
      };
    case 'pairs':
      return { layout: bare, margin: [0, 0, 0, 6], table: { widths: [150, '*'], body: block.rows.map(([name, value]) => [{ text: broken(name), color: '#444' }, { text: broken(value) }]) } };
    case 'signatures':
      return signatures(block, size);
    case 'boxes':
      return { stack: block.items.map((item) => ({ columns: [{ text: item.ticked ? '☑' : '☐', font: 'Boxes', width: 14 }, { text: broken(item.text) }] })), margin: [0, 0, 0, 6] };
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

/** The whole definition. Its metadata names the kind of paper and nobody in it. */
export function definitionOf(paper: Paper): Content {
  const margins = paper.orientation === 'portrait' ? PORTRAIT : LANDSCAPE;
  return {
    version: '1.7', pageSize: 'A4', pageOrientation: paper.orientation, pageMargins: margins, language: paper.language, compress: true,
    info: { title: paper.kind, creator: 'Tirek', producer: 'Tirek', creationDate: new Date(paper.issuedAt), modDate: new Date(paper.issuedAt) },
    defaultStyle: { font: 'Serif', fontSize: paper.fontSize, lineHeight: 1.12 },
    header: (page: number) => (page > 1 ? { text: String(page), alignment: 'center', fontSize: 10, margin: [0, 10 * MM, 0, 0] } : null),
    footer: (page: number, pages: number) => ({ text: paper.footer.replace('{page}', String(page)).replace('{pages}', String(pages)), alignment: 'right', fontSize: 8, color: '#555', margin: [0, 6 * MM, 10 * MM, 0] }),
    ...(paper.watermark ? { watermark: { text: paper.watermark, color: '#888', opacity: 0.12, bold: true } } : {}),
    pageBreakBefore: (node: { headlineLevel?: number; startPosition?: { verticalRatio: number } }) => node.headlineLevel === 1 && (node.startPosition?.verticalRatio ?? 0) > 0.93,
    content: paper.blocks.map((block) => nodeOf(block, paper.fontSize)),
  };
}
