import { Chance } from './chance';
import { HEIGHT, Sheet, WIDTH, type Point } from './crayon';

type Rgb = readonly [number, number, number];

interface Palette {
  sky: Rgb;
  ground: Rgb;
  wall: Rgb;
  roof: Rgb;
  leaf: Rgb;
  wood: Rgb;
  warm: Rgb;
  water: Rgb;
  ink: Rgb;
}

const PALETTES = {
  calm: p(
    [120, 170, 210],
    [130, 165, 90],
    [205, 165, 110],
    [165, 80, 60],
    [85, 140, 80],
    [120, 85, 60],
    [240, 190, 60],
    [80, 140, 190],
    [70, 70, 80],
  ),
  joyful: p(
    [90, 180, 235],
    [110, 185, 70],
    [245, 200, 80],
    [225, 80, 60],
    [60, 165, 80],
    [150, 95, 50],
    [250, 175, 30],
    [40, 150, 220],
    [90, 50, 120],
  ),
  sad: p(
    [140, 145, 165],
    [120, 125, 115],
    [150, 150, 155],
    [95, 95, 110],
    [100, 115, 105],
    [90, 85, 85],
    [180, 170, 130],
    [95, 115, 145],
    [55, 60, 75],
  ),
  angry: p([170, 60, 50], [90, 75, 65], [120, 60, 55], [45, 40, 45], [95, 90, 45], [70, 50, 45], [230, 90, 30], [60, 70, 100], [30, 28, 32]),
  tender: p(
    [205, 190, 225],
    [175, 205, 160],
    [245, 205, 200],
    [205, 130, 150],
    [140, 190, 150],
    [165, 130, 110],
    [250, 205, 130],
    [150, 190, 220],
    [110, 85, 120],
  ),
} satisfies Record<string, Palette>;
function p(sky: Rgb, ground: Rgb, wall: Rgb, roof: Rgb, leaf: Rgb, wood: Rgb, warm: Rgb, water: Rgb, ink: Rgb): Palette {
  return { sky, ground, wall, roof, leaf, wood, warm, water, ink };
}

export type Mood = keyof typeof PALETTES;

interface Hand {
  sheet: Sheet;
  chance: Chance;
  colours: Palette;
  /** Where the ground begins. */
  floor: number;
}

const THINGS = {
  sun: ({ sheet, chance, colours }: Hand) => {
    const [x, y, radius] = [chance.between(60, WIDTH - 70), chance.between(52, 80), chance.between(24, 36)];
    sheet.disc(x, y, radius, radius, colours.warm);
    sheet.round(x, y, radius, radius, colours.warm);
    for (let ray = 0; ray < 11; ray += 1) {
      const angle = (ray / 11) * Math.PI * 2 + chance.between(0, 0.25);
      const [near, far] = [radius + 8, radius + chance.between(24, 40)];
      sheet.line(
        [
          [x + Math.cos(angle) * near, y + Math.sin(angle) * near],
          [x + Math.cos(angle) * far, y + Math.sin(angle) * far],
        ],
        colours.warm,
      );
    }
  },
  house: ({ sheet, chance, colours, floor }: Hand) => {
    const [left, width, tall] = [chance.between(40, 110), chance.between(145, 185), chance.between(95, 125)];
    const [right, top] = [left + width, floor - tall];
    const peak: Point = [left + width / 2, top - chance.between(55, 80)];
    sheet.hatch(top, floor, () => [left, right], colours.wall, 11);
    sheet.line(
      [
        [left, floor],
        [left, top],
        [right, top],
        [right, floor],
        [left, floor],
      ],
      colours.ink,
    );
    sheet.hatch(
      peak[1] + 8,
      top,
      (y) => {
        const half = ((y - peak[1]) / (top - peak[1])) * (width / 2 + 14);
        return [peak[0] - half, peak[0] + half];
      },
      colours.roof,
    );
    sheet.line([[left - 16, top], peak, [right + 16, top], [left - 16, top]], colours.roof, 6);
    const door = left + width * chance.between(0.14, 0.24);
    sheet.hatch(floor - 62, floor, () => [door, door + 36], colours.wood, 6);
    sheet.line(
      [
        [door, floor],
        [door, floor - 64],
        [door + 38, floor - 64],
        [door + 38, floor],
      ],
      colours.ink,
    );
    const pane = right - 62;
    sheet.disc(pane + 20, top + 38, 20, 18, colours.warm, 7);
    sheet.line(
      [
        [pane, top + 18],
        [pane + 40, top + 18],
        [pane + 40, top + 58],
        [pane, top + 58],
        [pane, top + 18],
      ],
      colours.ink,
    );
    sheet.line(
      [
        [pane + 20, top + 18],
        [pane + 20, top + 58],
      ],
      colours.ink,
      3,
    );
    sheet.line(
      [
        [pane, top + 38],
        [pane + 40, top + 38],
      ],
      colours.ink,
      3,
    );
  },
  tree: ({ sheet, chance, colours, floor }: Hand) => {
    const [x, tall] = [chance.between(400, 540), chance.between(120, 160)];
    sheet.hatch(floor - tall, floor + 6, (y) => [x - 9 - (y - floor + tall) / 18, x + 9 + (y - floor + tall) / 18], colours.wood, 7);
    for (let branch = 0; branch < 4; branch += 1) {
      const y = floor - tall * (0.55 + branch * 0.12);
      sheet.line(
        [
          [x, y],
          [x + (branch % 2 === 0 ? 1 : -1) * chance.between(26, 44), y - chance.between(16, 30)],
        ],
        colours.wood,
      );
    }
    for (let crown = 0; crown < 7; crown += 1) {
      const angle = (crown / 7) * Math.PI * 2;
      sheet.disc(x + Math.cos(angle) * 34, floor - tall - 14 + Math.sin(angle) * 26, chance.between(22, 32), chance.between(18, 26), colours.leaf, 7);
    }
    sheet.round(x, floor - tall - 14, 62, 48, colours.leaf);
  },
  person: ({ sheet, chance, colours, floor }: Hand) => {
    const [x, size] = [chance.between(335, 385), chance.between(0.95, 1.2)];
    const at = (dx: number, dy: number): Point => [x + dx * size, floor + 20 - dy * size];
    sheet.round(...at(0, 118), 19 * size, 21 * size, colours.ink);
    sheet.disc(...at(0, 124), 17 * size, 12 * size, colours.wood, 5);
    sheet.hatch(
      at(0, 98)[1],
      at(0, 48)[1],
      (y) => [x - 14 * size - (y - at(0, 98)[1]) / 6, x + 14 * size + (y - at(0, 98)[1]) / 6],
      colours.water,
      6,
    );
    sheet.line([at(-14, 94), at(-44, chance.between(64, 108))], colours.ink);
    sheet.line([at(14, 94), at(44, chance.between(64, 108))], colours.ink);
    sheet.line([at(-9, 48), at(-13, 4), at(-24, 3)], colours.ink);
    sheet.line([at(9, 48), at(13, 4), at(24, 3)], colours.ink);
    for (const side of [-7, 7]) sheet.round(...at(side, 119), 2, 2, colours.ink, 3);
    sheet.line([at(-7, 109), at(0, chance.between(104, 110)), at(7, 109)], colours.roof, 3);
  },
  fence: ({ sheet, colours, floor, chance }: Hand) => {
    for (let x = 20; x < WIDTH - 12; x += 34)
      sheet.line(
        [
          [x, floor + 36],
          [x + chance.between(-3, 3), floor - 12],
          [x + 8, floor - 20],
        ],
        colours.wood,
      );
    for (const y of [floor, floor + 20])
      sheet.line(
        [
          [8, y],
          [WIDTH - 10, y + chance.between(-5, 5)],
        ],
        colours.wood,
      );
  },
  river: ({ sheet, colours, floor }: Hand) => {
    for (let wave = 0; wave < 5; wave += 1) {
      const path: Point[] = [];
      for (let x = 0; x <= WIDTH; x += 20) path.push([x, Math.min(HEIGHT - 8, floor + 34 + wave * 14 + Math.sin(x / 42 + wave) * 7)]);
      sheet.line(path, colours.water, 8);
    }
  },
  hands: ({ sheet, colours, chance }: Hand) => {
    for (const [x, side, colour] of [
      [190, -1, colours.warm],
      [390, 1, colours.water],
    ] as const) {
      const y = chance.between(250, 280);
      sheet.disc(x, y, 46, 50, colour, 8);
      sheet.round(x, y, 46, 50, colours.ink);
      for (let finger = 0; finger < 4; finger += 1) {
        const angle = -Math.PI / 2 + (finger - 1.5) * 0.32;
        const tip: Point = [x + Math.cos(angle) * 118, y + Math.sin(angle) * 118];
        sheet.line([[x + Math.cos(angle) * 48, y + Math.sin(angle) * 48], tip], colour, 19);
      }
      sheet.line(
        [
          [x - side * 34, y + 12],
          [x - side * 84, y - 26],
        ],
        colour,
        19,
      );
    }
  },
  path: ({ sheet, colours, floor, chance }: Hand) => {
    const bend = chance.between(-40, 40);
    for (const side of [-1, 1])
      sheet.line(
        [
          [290 + side * 70, HEIGHT - 6],
          [280 + bend + side * 42, floor + 60],
          [310 + side * 20, floor + 6],
        ],
        colours.wood,
        6,
      );
    for (let stone = 0; stone < 9; stone += 1) sheet.round(chance.between(250, 330), floor + 20 + stone * 11, 7, 4, colours.ink, 3);
  },
  mask: ({ sheet, colours, chance }: Hand) => {
    sheet.disc(300, 230, 118, 150, colours.wall, 10);
    sheet.round(300, 230, 120, 152, colours.ink, 7);
    for (const side of [-1, 1]) {
      sheet.disc(300 + side * 46, 195, 24, 15, side < 0 ? colours.water : colours.warm, 5);
      sheet.round(300 + side * 46, 195, 25, 16, colours.ink);
    }
    sheet.line(
      [
        [300, 210],
        [288, 250],
        [304, 254],
      ],
      colours.ink,
    );
    const smile = chance.between(-18, 26);
    sheet.line(
      [
        [252, 300],
        [300, 300 + smile],
        [348, 300],
      ],
      colours.roof,
      8,
    );
    for (let drop = 0; drop < 3; drop += 1)
      sheet.line(
        [
          [246, 216 + drop * 20],
          [244, 228 + drop * 20],
        ],
        colours.water,
        6,
      );
  },
  flowers: ({ sheet, colours, chance, floor }: Hand) => {
    for (let flower = 0; flower < 6; flower += 1) {
      const [x, y] = [50 + flower * 95 + chance.between(-16, 16), floor + chance.between(8, 40)];
      sheet.line(
        [
          [x, HEIGHT - 14],
          [x, y],
        ],
        colours.leaf,
      );
      for (let petal = 0; petal < 5; petal += 1) {
        const angle = (petal / 5) * Math.PI * 2;
        sheet.disc(x + Math.cos(angle) * 12, y + Math.sin(angle) * 12, 8, 8, petal % 2 === 0 ? colours.roof : colours.warm, 5);
      }
    }
  },
  rain: ({ sheet, colours, chance }: Hand) => {
    for (let drop = 0; drop < 46; drop += 1) {
      const [x, y] = [chance.between(8, WIDTH - 16), chance.between(30, 250)];
      sheet.line(
        [
          [x, y],
          [x - 5, y + chance.between(12, 22)],
        ],
        colours.water,
        3,
      );
    }
    for (const x of [140, 330, 480]) sheet.disc(x, 42, 62, 22, colours.sky, 6);
  },
  boat: ({ sheet, colours, chance, floor }: Hand) => {
    const x = chance.between(180, 360);
    sheet.hatch(floor + 18, floor + 46, (y) => [x - 70 + (y - floor - 18), x + 70 - (y - floor - 18)], colours.wood, 6);
    sheet.line(
      [
        [x, floor + 18],
        [x, floor - 92],
      ],
      colours.ink,
    );
    sheet.hatch(floor - 88, floor + 2, (y) => [x + 4, x + 6 + (y - floor + 88) * 0.62], colours.warm, 8);
    sheet.line(
      [
        [x, floor - 90],
        [x + 62, floor + 4],
        [x, floor + 4],
      ],
      colours.ink,
    );
  },
  tangle: ({ sheet, colours, chance }: Hand) => {
    for (const colour of [colours.ink, colours.roof, colours.water]) {
      const path: Point[] = [];
      for (let turn = 0; turn < 26; turn += 1)
        path.push([300 + Math.cos(turn * 1.7) * chance.between(20, 190), 225 + Math.sin(turn * 1.3) * chance.between(20, 140)]);
      sheet.line(path, colour);
    }
  },
} satisfies Record<string, (hand: Hand) => void>;

export type Thing = keyof typeof THINGS;

const HANDS: Record<Mood, { width: number; tremble: number }> = {
  calm: { width: 5, tremble: 1.6 },
  joyful: { width: 6, tremble: 2.2 },
  sad: { width: 4, tremble: 1.2 },
  angry: { width: 7, tremble: 3.4 },
  tender: { width: 4.5, tremble: 1.4 },
};
const SETTINGS: readonly Thing[] = ['hands', 'mask', 'tangle'];

/** A crayon picture, the same for the same seed. */
export function drawing({ scene, mood, seed }: { scene: readonly Thing[]; mood: Mood; seed: number }): Buffer {
  const chance = new Chance(seed * 7919 + 17);
  const sheet = new Sheet(chance, HANDS[mood]);
  const colours = PALETTES[mood];
  const floor = chance.between(310, 345);
  if (!scene.some((thing) => SETTINGS.includes(thing))) {
    sheet.hatch(8, 46, () => [chance.between(4, 30), WIDTH - chance.between(6, 40)], colours.sky, 14);
    sheet.hatch(floor + 6, HEIGHT - 12, () => [chance.between(3, 14), WIDTH - chance.between(4, 18)], colours.ground, 17);
  }
  for (const thing of scene) THINGS[thing]({ sheet, chance, colours, floor });
  return sheet.toPng();
}
