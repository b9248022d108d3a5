import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sampleContract } from '../../electron/modules/documents/sample-contract';
import { definitionOf } from '../../electron/services/pdf/layout';
import { createPdfService } from '../../electron/services/pdf/pdf-service';
import { fillTemplate, readTemplate } from '../../shared/papers/template';
import type { Block, Paper, Text } from '../../shared/papers/paper.model';
import { longestStretch, median, sideBySide } from './measure';
import { ms, times, type Report } from './report';

const require = createRequire(import.meta.url);
const fonts = dirname(require.resolve('@expo-google-fonts/noto-serif/package.json'));
const REGULAR = join(fonts, '400Regular/NotoSerif_400Regular.ttf');
const BOLD = join(fonts, '700Bold/NotoSerif_700Bold.ttf');

/** A guest contract of Kazakhstan in both languages side by side, nobody's. */
export function contractPaper(resourcesDir: string): Paper {
  const verdict = readTemplate(readFileSync(join(resourcesDir, 'templates/guest-contract-kz.json'), 'utf8'));
  if (!verdict.ok) throw new Error('the template does not read');
  return fillTemplate(verdict.template, sampleContract('kz'), {
    layout: 'side-by-side',
    languages: ['kk', 'ru'],
    isDraft: false,
    issuedAt: '2026-11-20T06:00:00.000Z',
    masked: false,
  });
}

interface Stock {
  addFonts(fonts: unknown): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
}

/** The same definition through the engine as it comes, with the whole faces. */
function stockEngine(resourcesDir: string): (paper: Paper) => Promise<Uint8Array> {
  const engine = require('pdfmake') as Stock;
  const boxes = join(resourcesDir, 'fonts/DejaVuSans-Boxes.ttf');
  engine.addFonts({
    Serif: { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD },
    Boxes: { normal: boxes, bold: boxes, italics: boxes, bolditalics: boxes },
  });
  engine.setUrlAccessPolicy(() => false);
  engine.setLocalAccessPolicy(() => true);
  return (paper) => engine.createPdf(definitionOf(paper)).getBuffer();
}

interface Kit {
  registerFont(name: string, file: string): void;
  font(name: string): Kit;
  fontSize(size: number): Kit;
  text(text: string, options?: Record<string, unknown>): Kit;
  moveDown(lines: number): Kit;
  on(event: string, listener: (chunk: Buffer) => void): void;
  end(): void;
}

const plainOf = (text: Text): string => (Array.isArray(text) ? text : [text]).map((span) => (typeof span === 'string' ? span : span.text)).join('');

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'columns':
      return [...block.left, ...block.right].flatMap(textsOf);
    case 'paragraph':
      return [plainOf(block.text)];
    case 'title':
    case 'heading':
    case 'mark':
      return [block.text];
    case 'split':
      return [block.left, block.right];
    case 'list':
      return block.items.map(plainOf);
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'signatures':
      return block.parties.flatMap((one) => [one.title, ...one.lines, one.signer]);
    default:
      return [];
  }
}

/** The same words in one column, drawn by pdfkit itself with the whole faces: no tables, no columns, no headers. */
function kitDraws(paper: Paper): Promise<number> {
  const Document = createRequire(require.resolve('pdfmake'))('pdfkit') as new (options: unknown) => Kit;
  return new Promise((resolve) => {
    const kit = new Document({ size: 'A4', margins: { left: 85, right: 28, top: 57, bottom: 57 } });
    let size = 0;
    kit.on('data', (chunk) => {
      size += chunk.length;
    });
    kit.on('end', () => {
      resolve(size);
    });
    kit.registerFont('Serif', REGULAR);
    kit.registerFont('Bold', BOLD);
    for (const block of paper.blocks) {
      for (const text of textsOf(block))
        kit
          .font(block.kind === 'title' ? 'Bold' : 'Serif')
          .fontSize(paper.fontSize)
          .text(text, { align: 'justify' })
          .moveDown(0.3);
    }
    kit.end();
  });
}

export async function papers(report: Report, resourcesDir: string, rounds: number, documents: number): Promise<void> {
  const paper = contractPaper(resourcesDir);
  const service = createPdfService({ resourcesDir });
  const stock = stockEngine(resourcesDir);
  // Warm, as the goal says: each way has drawn some papers before it is measured.
  for (let no = 0; no < 6; no++) {
    await service.render(paper);
    await stock(paper);
    await kitDraws(paper);
  }
  const { cost, ratio } = await sideBySide(rounds, {
    ours: { times: 2, run: () => service.render(paper) },
    stock: { times: 2, run: () => stock(paper) },
    kit: { times: 2, run: () => kitDraws(paper) },
  });
  const add = (what: string, raw: 'stock' | 'kit', limit: number): void => {
    const found = ratio('ours', raw);
    report.add('P11', what, `<= ${times(limit)} CPU`, `${times(found)} (${ms(cost.ours.cpu)} : ${ms(cost[raw].cpu)})`, found <= limit, {
      ratio: found,
      cpu: cost.ours.cpu,
      wall: cost.ours.wall,
      rawCpu: cost[raw].cpu,
    });
  };
  add('contract PDF against pdfmake with whole fonts', 'stock', 0.45);
  add('contract PDF against pdfkit with whole fonts', 'kit', 0.5);
  await inARow(report, service, paper, documents);
  await service.close();
}

/** Memory after 50 documents and after the last, and whether the last ones cost what the first ones did. */
async function inARow(report: Report, service: ReturnType<typeof createPdfService>, paper: Paper, documents: number): Promise<void> {
  const cpus: number[] = [];
  let early = 0;
  const stretch = await longestStretch(async () => {
    for (let no = 1; no <= documents; no++) {
      const start = process.cpuUsage();
      await service.render(paper);
      const used = process.cpuUsage(start);
      cpus.push((used.user + used.system) / 1000);
      if (no === Math.ceil(documents / 4)) early = process.memoryUsage().rss;
    }
  });
  const late = process.memoryUsage().rss;
  const growth = late / early - 1;
  const drift = median(cpus.slice(-20)) / median(cpus.slice(5, 25));
  report.add(
    'P11',
    `memory, document ${String(Math.ceil(documents / 4))} to ${String(documents)}`,
    '<= 5 % growth',
    `${(growth * 100).toFixed(1)} % (${(late / 2 ** 20).toFixed(0)} MiB)`,
    growth <= 0.05,
    { growth, rssMiB: late / 2 ** 20 },
  );
  report.add('P11', `CPU, last 20 of ${String(documents)} against the first`, '<= 1.10x', times(drift), drift <= 1.1, { ratio: drift });
  report.add(
    'P11',
    'longest hold of the main thread meanwhile',
    '<= 50 ms',
    `CPU ${ms(stretch.cpu)} (clock ${ms(stretch.wall)})`,
    stretch.cpu <= 50,
    { cpu: stretch.cpu, wall: stretch.wall },
  );
}
