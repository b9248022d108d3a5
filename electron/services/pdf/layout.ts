import { MM, nodeOf } from './blocks';
import type { Content, Paper } from './types';

/** GOST R 7.0.97: left 30 mm for papers kept over ten years, right 10, top and bottom 20. */
const PORTRAIT = [30 * MM, 20 * MM, 10 * MM, 20 * MM] as const;
const LANDSCAPE = [20 * MM, 20 * MM, 10 * MM, 20 * MM] as const;
const A4 = { portrait: 210 * MM, landscape: 297 * MM };

/** The whole definition. Its metadata names the kind of paper and nobody in it. */
export function definitionOf(paper: Paper): Content {
  const margins = paper.orientation === 'portrait' ? PORTRAIT : LANDSCAPE;
  const width = A4[paper.orientation] - margins[0] - margins[2];
  return {
    version: '1.7',
    pageSize: 'A4',
    pageOrientation: paper.orientation,
    pageMargins: [...margins],
    language: paper.language,
    compress: true,
    info: { title: paper.kind, creator: 'Tirek', producer: 'Tirek', creationDate: new Date(paper.issuedAt), modDate: new Date(paper.issuedAt) },
    defaultStyle: { font: 'Serif', fontSize: paper.fontSize, lineHeight: 1.02 },
    header: (page: number) => (page > 1 ? { text: String(page), alignment: 'center', fontSize: 10, margin: [0, 10 * MM, 0, 0] } : null),
    footer: (page: number, pages: number) => ({
      text: paper.footer.replace('{page}', String(page)).replace('{pages}', String(pages)),
      alignment: 'right',
      fontSize: 8,
      color: '#555',
      margin: [0, 6 * MM, 10 * MM, 0],
    }),
    ...(paper.watermark ? { watermark: { text: paper.watermark, color: '#888', opacity: 0.12, bold: true } } : {}),
    pageBreakBefore: (node: { headlineLevel?: number; startPosition?: { verticalRatio: number } }) =>
      node.headlineLevel === 1 && (node.startPosition?.verticalRatio ?? 0) > 0.93,
    content: paper.blocks.map((block) => nodeOf(block, { size: paper.fontSize, width })),
  };
}
