import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { rememberFaces } from './faces';
import { definitionOf } from './layout';
import type { Paper } from './types';

interface Engine {
  addFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
}

const load = createRequire(import.meta.url);
rememberFaces(load);
const engine = load('pdfmake') as Engine;
const fontsDir = resolve((workerData as { fontsDir: string }).fontsDir);
const face = (name: string): string => join(fontsDir, name);
const boxes = face('DejaVuSans-Boxes.ttf');

engine.addFonts({
  Serif: {
    normal: face('NotoSerif-Regular.ttf'),
    bold: face('NotoSerif-Bold.ttf'),
    italics: face('NotoSerif-Italic.ttf'),
    bolditalics: face('NotoSerif-BoldItalic.ttf'),
  },
  Boxes: { normal: boxes, bold: boxes, italics: boxes, bolditalics: boxes },
});
// A paper can fetch nothing: no address, and no file but the shipped faces.
engine.setUrlAccessPolicy(() => false);
const faces = new Set(
  ['NotoSerif-Regular.ttf', 'NotoSerif-Bold.ttf', 'NotoSerif-Italic.ttf', 'NotoSerif-BoldItalic.ttf', 'DejaVuSans-Boxes.ttf'].map(face),
);
engine.setLocalAccessPolicy((path) => faces.has(resolve(path)));

interface Task {
  id: number;
  paper: Paper;
  /** Only the tests of the policies pass a definition of the engine's own. */
  raw?: unknown;
}

parentPort?.on('message', (task: Task) => {
  void (async () => {
    try {
      const bytes = await engine.createPdf(task.raw ?? definitionOf(task.paper)).getBuffer();
      const copy = new Uint8Array(bytes);
      parentPort?.postMessage({ id: task.id, bytes: copy }, [copy.buffer]);
    } catch (error) {
      // Only the class goes out: the engine quotes texts of the paper in its messages.
      parentPort?.postMessage({ id: task.id, failed: error instanceof Error ? error.name : 'Error' });
    }
  })();
});
