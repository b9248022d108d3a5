// Makes resources/fonts from the published faces: only the letters that papers in Russian, Kazakh and English use.
// Run after a change of the letter set: node test/config/make-fonts.mjs (under the project's own Node).
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '../..');
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const letters = range(0x20, 0x7e) + range(0xa0, 0xff) + range(0x400, 0x45f) + 'ҐґҒғҚқҢңҮүҰұҺһӘәӨө' + '–—‘’‚“”„…•№₸₽€«»‹›−×≤≥ ';

const faces = [
  ['@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf', 'NotoSerif-Regular.ttf', letters],
  ['@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf', 'NotoSerif-Bold.ttf', letters],
  ['@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf', 'NotoSerif-Italic.ttf', letters],
  ['@expo-google-fonts/noto-serif/700Bold_Italic/NotoSerif_700Bold_Italic.ttf', 'NotoSerif-BoldItalic.ttf', letters],
  ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'DejaVuSans-Boxes.ttf', '☐☑✓ '],
];
for (const [from, to, text] of faces) {
  const bytes = await subsetFont(readFileSync(join(root, 'node_modules', from)), text, { targetFormat: 'truetype' });
  writeFileSync(join(root, 'resources/fonts', to), bytes);
  console.log(`${to}: ${bytes.length} bytes`);
}
copyFileSync(join(root, 'node_modules/@expo-google-fonts/noto-serif/LICENSE_FONT'), join(root, 'resources/fonts/OFL-NotoSerif.txt'));
copyFileSync(join(root, 'node_modules/dejavu-fonts-ttf/LICENSE'), join(root, 'resources/fonts/LICENSE-DejaVu.txt'));
