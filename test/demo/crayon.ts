import type { Chance } from './chance';
import { encodePng } from './png';

export const WIDTH = 600;
export const HEIGHT = 450;
export type Point = readonly [number, number];
type Rgb = readonly [number, number, number];

/** How densely wax stands on the paper, from none to full; a colour has one shade for each. */
const SHADES = 6;
const PAPER: Rgb = [252, 250, 244];

const mixed = (colour: Rgb, share: number): Rgb => {
  const at = (index: 0 | 1 | 2): number => Math.round(PAPER[index] + (colour[index] - PAPER[index]) * share);
  return [at(0), at(1), at(2)];
};

/** A sheet of paper and crayons: lines that tremble, and wax that leaves the paper's grain open. */
export class Sheet {
  private readonly points = new Uint8Array(WIDTH * HEIGHT);
  private readonly palette: Rgb[] = [PAPER];
  private readonly colours = new Map<string, number>();

  constructor(
    private readonly chance: Chance,
    /** Thickness of a line and how much it trembles. */
    private readonly hand: { width: number; tremble: number },
  ) {}

  private baseOf(colour: Rgb): number {
    const key = colour.join();
    const known = this.colours.get(key);
    if (known !== undefined) return known;
    const base = this.palette.length;
    for (let shade = 1; shade <= SHADES; shade += 1) this.palette.push(mixed(colour, 0.3 + (0.62 * shade) / SHADES));
    this.colours.set(key, base);
    return base;
  }

  /** One touch of the crayon: dense in the middle, with gaps at the edge. */
  private touch(x: number, y: number, radius: number, base: number): void {
    const [left, right] = [Math.max(0, Math.ceil(x - radius)), Math.min(WIDTH - 1, Math.floor(x + radius))];
    const [top, bottom] = [Math.max(0, Math.ceil(y - radius)), Math.min(HEIGHT - 1, Math.floor(y + radius))];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const far = Math.hypot(column - x, row - y) / radius;
        if (far > 1) continue;
        const grain = ((column * 7 + row * 13 + ((column * row) >> 3)) % 10) / 10;
        if (grain < far * 0.72 - 0.12) continue;
        const shade = Math.max(0, Math.min(SHADES - 1, Math.round((1 - far * 0.6) * (SHADES - 1) - grain * 1.6)));
        this.points[row * WIDTH + column] = base + shade;
      }
  }

  line(path: readonly Point[], colour: Rgb, width = this.hand.width): void {
    const base = this.baseOf(colour);
    for (let index = 1; index < path.length; index += 1) {
      const [fromX, fromY] = path[index - 1] ?? [0, 0];
      const [toX, toY] = path[index] ?? [0, 0];
      const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 2));
      const phase = this.chance.between(0, 6);
      for (let step = 0; step <= steps; step += 1) {
        const share = step / steps;
        const bend = Math.sin(phase + share * 5) * this.hand.tremble + this.chance.between(-0.5, 0.5) * this.hand.tremble * 0.4;
        this.touch(
          fromX + (toX - fromX) * share + bend,
          fromY + (toY - fromY) * share + bend * 0.7,
          (width / 2) * this.chance.between(0.85, 1.15),
          base,
        );
      }
    }
  }

  round(x: number, y: number, radiusX: number, radiusY: number, colour: Rgb, width = this.hand.width): void {
    const path: Point[] = [];
    for (let step = 0; step <= 28; step += 1) {
      const angle = (step / 27) * Math.PI * 2 + 0.2;
      path.push([x + Math.cos(angle) * radiusX, y + Math.sin(angle) * radiusY]);
    }
    this.line(path, colour, width);
  }

  /** Slanting strokes between two edges, as a hand fills a surface; `edges` gives left and right at a height. */
  hatch(top: number, bottom: number, edges: (y: number) => Point, colour: Rgb, gap = 9): void {
    for (let y = top; y < bottom; y += gap) {
      const [left] = edges(y);
      const [, right] = edges(Math.min(bottom, y + gap * 0.6));
      if (right - left > 4)
        this.line(
          [
            [left + 2, y],
            [right - 2, Math.min(bottom, y + gap * 0.6)],
          ],
          colour,
          this.hand.width * 0.8,
        );
    }
  }

  disc(x: number, y: number, radiusX: number, radiusY: number, colour: Rgb, gap = 8): void {
    this.hatch(
      y - radiusY,
      y + radiusY,
      (at) => {
        const half = radiusX * Math.sqrt(Math.max(0, 1 - ((at - y) / radiusY) ** 2));
        return [x - half, x + half];
      },
      colour,
      gap,
    );
  }

  toPng(): Buffer {
    return encodePng(WIDTH, HEIGHT, this.points, this.palette);
  }
}
