import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../shared/papers/paper.model';
import { createPdfService } from './pdf-service';

const resourcesDir = join(import.meta.dirname, '../../../resources');
const pdf = createPdfService({ resourcesDir });
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-pdf-'));
});
afterAll(async () => {
  await pdf.close();
  rmSync(folder, { recursive: true, force: true });
});

const paper = (blocks: Paper['blocks'], more: Partial<Paper> = {}): Paper => ({
  kind: 'Договор',
  language: 'ru',
  orientation: 'portrait',
  fontSize: 12,
  footer: 'стр. {page} из {pages}',
  issuedAt: '2026-11-20T06:00:00.000Z',
  blocks,
  ...more,
});

function tool(name: 'pdftotext' | 'pdfinfo', bytes: Uint8Array): string {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return execFileSync(name, name === 'pdftotext' ? ['-layout', file, '-'] : [file], { encoding: 'utf8' });
}

/** Everything a viewer could act on, with the compressed streams opened. */
function opened(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    const end = raw.indexOf('endstream', at);
    try {
      parts.push(inflateSync(raw.subarray(at + 7, end)).toString('latin1'));
    } catch {
      /* a font or an uncompressed stream */
    }
  }
  return parts.join('\n');
}

describe('a paper', () => {
  it('gives its Kazakh and Russian text back letter for letter', async () => {
    const letters = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі ЁёЙйЪъ № ₸ «тырнақша» — …';
    const text = tool('pdftotext', await pdf.render(paper([{ kind: 'paragraph', text: letters }])));
    expect(text.replace(/\s+/g, ' ')).toContain(letters);
  });

  it('is the same bytes every time, and other bytes for another instant', async () => {
    const one = paper([
      { kind: 'title', text: 'ШАРТ', under: 'ДОГОВОР' },
      { kind: 'qr', text: 'K7QD M2XR' },
      { kind: 'boxes', items: [{ text: 'согласен', ticked: true }] },
    ]);
    const [first, second, other] = [await pdf.render(one), await pdf.render(one), await pdf.render({ ...one, issuedAt: '2026-11-21T06:00:00.000Z' })];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
  });

  it('is the same bytes from another engine started anew', async () => {
    const one = paper([{ kind: 'paragraph', text: 'Айгерім' }]);
    const anew = createPdfService({ resourcesDir });
    const [first, second] = [await pdf.render(one), await anew.render(one)];
    await anew.close();
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('names nobody in its metadata and carries nothing that runs', async () => {
    const bytes = await pdf.render(paper([{ kind: 'paragraph', text: 'Сәрсенова Айгерім (тест) \\ )' }]));
    expect(tool('pdfinfo', bytes)).not.toMatch(/Сәрсенова|Айгерім/);
    expect(tool('pdfinfo', bytes)).toContain('Договор');
    expect(opened(bytes)).not.toMatch(/\/(JS|JavaScript|OpenAction|EmbeddedFile|URI|Launch|AA)\b/);
  });

  it('shows a hidden sign instead of obeying it, and wraps a name of 10,000 letters', async () => {
    const bytes = await pdf.render(
      paper([
        { kind: 'paragraph', text: `Счёт 12\u202E34` },
        { kind: 'paragraph', text: 'а'.repeat(10_000) },
      ]),
    );
    expect(tool('pdftotext', bytes)).toContain('12·34');
    expect(Number(/Pages:\s+(\d+)/.exec(tool('pdfinfo', bytes))?.[1])).toBeGreaterThan(2);
  });

  it('counts its pages and numbers them from the second', async () => {
    const text = tool(
      'pdftotext',
      await pdf.render(paper([{ kind: 'paragraph', text: 'один' }, { kind: 'pageBreak' }, { kind: 'paragraph', text: 'два' }])),
    );
    expect(text).toContain('стр. 1 из 2');
    expect(text).toContain('стр. 2 из 2');
    expect(text.split('\f')[0]).not.toMatch(/^\s*1\s*$/m);
    expect(text.split('\f')[1]).toMatch(/^\s*2\s*$/m);
  });
});

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('the engine fetches nothing', () => {
  it.each([
    ['a system file', '/etc/passwd'],
    ['a file address', 'file:///etc/passwd'],
    ['a neighbour of the faces', join(resourcesDir, 'fonts/OFL-NotoSerif.txt')],
  ])('%s is refused', async (_name, image) => {
    await expect(pdf.renderRaw({ content: [{ image }] })).rejects.toThrow('could not be laid out');
  });

  it('not even a true picture from a file, which it could draw', async () => {
    const image = join(folder, 'one.png');
    writeFileSync(image, PNG);
    await expect(pdf.renderRaw({ content: [{ image }], defaultStyle: { font: 'Serif' } })).rejects.toThrow('could not be laid out');
    const drawn = await pdf.renderRaw({ content: [{ image: `data:image/png;base64,${PNG.toString('base64')}` }], defaultStyle: { font: 'Serif' } });
    expect(drawn.byteLength).toBeGreaterThan(500);
  });

  it('and asks no server, be it on the same computer', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const image = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/one.png`;
    await expect(pdf.renderRaw({ images: { one: image }, content: [{ image: 'one' }], defaultStyle: { font: 'Serif' } })).rejects.toThrow(
      'could not be laid out',
    );
    expect(asked).toBe(0);
    await new Promise((done) => server.close(done));
  });
});

it('a cancelled paper rejects and the next one is rendered', async () => {
  const stop = new AbortController();
  const pending = pdf.render(paper([{ kind: 'paragraph', text: 'х'.repeat(5000) }]), { signal: stop.signal });
  stop.abort();
  await expect(pending).rejects.toThrow();
  expect((await pdf.render(paper([{ kind: 'paragraph', text: 'дальше' }]))).byteLength).toBeGreaterThan(500);
});

it('the shipped faces are the ones with their licences beside them', () => {
  expect(readFileSync(join(resourcesDir, 'fonts/OFL-NotoSerif.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
});
