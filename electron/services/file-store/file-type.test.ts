import { describe, expect, it } from 'vitest';
import { checkFile, FILE_LIMIT } from './file-type';
import { displayFileName } from './file-name';

const code = (work: () => unknown): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return (error as Error).message;
  }
};

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write('IEND', 32, 'latin1');
  return bytes;
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 0, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  // A thumbnail inside the first segment has an end of image of its own.
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 6, 0, 0, 0xff, 0xd9, 0xff, 0xc4, 0, 3, 0]);
  return Buffer.concat([head, frame, Buffer.from([0xff, 0xda, 0, 2, 0x11, 0x22, 0xff, 0xd9])]);
}

function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}

interface Entry {
  name: string;
  packed?: number;
  unpacked?: number;
  attributes?: number;
}

function zip(entries: Entry[]): Buffer {
  const directory = entries.map(({ name, packed = 10, unpacked = 20, attributes = 0 }) => {
    const text = Buffer.from(name);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt32LE(packed, 20);
    head.writeUInt32LE(unpacked, 24);
    head.writeUInt16LE(text.length, 28);
    head.writeUInt32LE(attributes, 38);
    return Buffer.concat([head, text]);
  });
  const local = Buffer.from('PK\x03\x04' + '\0'.repeat(26), 'latin1');
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...directory, end]);
}

const word: Entry[] = [{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }];
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');

describe('what a given file is', () => {
  it.each([
    ['photo.JPG', jpeg(800, 600), 'jpeg'],
    ['a.png', png(10, 20), 'png'],
    ['a.webp', webp(300, 200), 'webp'],
    ['справка.pdf', pdf, 'pdf'],
    ['заметка.txt', Buffer.from('Любит рисовать.\r\n'), 'text'],
    ['старый.txt', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'text'],
    ['характеристика.docx', zip(word), 'docx'],
    ['список.xlsx', zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]), 'xlsx'],
  ] as const)('%s is taken by its content', (name, bytes, type) => {
    expect(checkFile(bytes, name).type).toBe(type);
  });

  it('reads width and height from the header', () => {
    expect(checkFile(jpeg(800, 600), 'a.jpeg')).toMatchObject({ width: 800, height: 600 });
    expect(checkFile(webp(300, 200), 'a.webp')).toMatchObject({ width: 300, height: 200 });
  });

  it.each([
    ['a renamed program', 'photo.jpg', Buffer.from('MZ\x90\x00\x03', 'latin1')],
    ['a program as text', 'a.txt', Buffer.from('MZ and no control byte')],
    ['a script', 'a.txt', Buffer.from('#!/bin/sh\nrm x')],
    ['a drawing that may carry scripts', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a drawing under another name', 'a.txt', Buffer.from('\ufeff  <svg/>')],
    ['a page', 'a.html', Buffer.from('<!doctype html><script>1</script>')],
    ['a picture under a program name', 'a.exe', jpeg(1, 1)],
    ['a picture that is called a PDF', 'a.pdf', png(1, 1)],
    ['a PDF without its end', 'a.pdf', Buffer.from('%PDF-1.7 and nothing more')],
    ['a picture without size', 'a.png', png(0, 5)],
    ['a picture cut in its header', 'a.jpg', jpeg(5, 5).subarray(0, 16)],
    ['a document with macros', 'a.docx', zip([...word, { name: 'word/vbaProject.bin' }])],
    ['a document that climbs out', 'a.docx', zip([...word, { name: '../../x' }])],
    ['a document with a link', 'a.docx', zip([...word, { name: 'x', attributes: 0xa1ff0000 }])],
    ['a decompression bomb', 'a.docx', zip([...word, { name: 'x', packed: 1000, unpacked: 150 * 1024 * 1024 }])],
    [
      'a bomb of many parts',
      'a.docx',
      zip([...word, ...Array.from({ length: 300 }, (_, n) => ({ name: `p${String(n)}`, unpacked: 1_000_000, packed: 900_000 }))]),
    ],
    ['an archive that is no document', 'a.docx', zip([{ name: 'a.txt' }])],
    ['an archive without its directory', 'a.docx', zip(word).subarray(0, 60)],
    ['a name without an ending', 'photo', jpeg(1, 1)],
  ])('%s is refused', (_what, name, bytes) => {
    expect(code(() => checkFile(bytes, name))).toBe('FILE.TYPE_REFUSED');
  });

  it.each([
    ['a JPEG that stops before its end', 'a.jpg', jpeg(800, 600).subarray(0, -2)],
    ['a JPEG that stops before its pixels', 'a.jpg', jpeg(800, 600).subarray(0, -8)],
    ['a PNG that stops before its end', 'a.png', png(10, 20).subarray(0, 30)],
    ['a WebP shorter than it says', 'a.webp', Buffer.concat([Buffer.from('RIFF\xff\x00\x00\x00', 'latin1'), webp(300, 200).subarray(8)])],
  ])('%s is refused as cut short', (_what, name, bytes) => {
    expect(code(() => checkFile(bytes, name))).toBe('FILE.CUT_SHORT');
  });

  it('names a telephone’s HEIC, whatever it is called', () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(code(() => checkFile(heic, 'IMG_0001.HEIC'))).toBe('FILE.HEIC');
    expect(code(() => checkFile(heic, 'a.jpg'))).toBe('FILE.HEIC');
  });

  it('refuses by size and by pixels before anything is decoded', () => {
    expect(code(() => checkFile(Buffer.alloc(FILE_LIMIT + 1), 'a.jpg'))).toBe('FILE.TOO_LARGE');
    expect(code(() => checkFile(Buffer.alloc(0), 'a.jpg'))).toBe('FILE.EMPTY');
    expect(code(() => checkFile(png(8001, 5000), 'a.png'))).toBe('FILE.TOO_MANY_PIXELS');
    expect(code(() => checkFile(jpeg(65_000, 65_000), 'a.jpg'))).toBe('FILE.TOO_MANY_PIXELS');
    expect(code(() => checkFile(png(8000, 5000), 'a.png'))).toBe('ok');
  });

  it('takes only the types that the caller accepts', () => {
    expect(code(() => checkFile(pdf, 'a.pdf', ['jpeg', 'png']))).toBe('FILE.TYPE_REFUSED');
  });
});

describe('a name given by a person', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\фото.jpg', 'фото.jpg'],
    ['\\\\server\\share\\a.pdf', 'a.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['LPT1.pdf', '_LPT1.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u0000b\u0007.txt', 'ab.txt'],
    ['a:stream', 'a_stream'],
    ['...', 'file'],
    ['', 'file'],
    ['  имя  файла .pdf. ', 'имя файла .pdf'],
    ['zero\u200Bwidth.png', 'zerowidth.png'],
    ['a<b>|c?.txt', 'a_b__c_.txt'],
  ])('%j is shown as %j', (given, shown) => {
    expect(displayFileName(given)).toBe(shown);
  });

  it('is shortened with its ending kept', () => {
    const shown = displayFileName(`${'я'.repeat(10_000)}.pdf`);
    expect([...shown]).toHaveLength(120);
    expect(shown.endsWith('.pdf')).toBe(true);
  });
});
