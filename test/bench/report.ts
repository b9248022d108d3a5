export interface Figure {
  goal: string;
  what: string;
  target: string;
  measured: string;
  /** null: told for comparison, no goal of its own. */
  reached: boolean | null;
  values: Record<string, number>;
}

const round = (value: number): number => Number(value.toPrecision(4));
export const ms = (value: number): string => `${value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)}x`;

export class Report {
  readonly figures: Figure[] = [];
  private readonly start = performance.now();

  add(goal: string, what: string, target: string, measured: string, reached: boolean | null, values: Record<string, number>): void {
    const figure = {
      goal,
      what,
      target,
      measured,
      reached,
      values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, round(value)])),
    };
    this.figures.push(figure);
    console.error(`[${((performance.now() - this.start) / 1000).toFixed(0)} s] ${goal} ${what}: ${measured}`);
  }

  print(facts: Record<string, string | number>): void {
    const head = ['', 'Measured', 'Target', 'Reached'];
    const rows = this.figures.map((one) => [
      `${one.goal}  ${one.what}`,
      one.measured,
      one.target,
      one.reached === null ? '-' : one.reached ? 'yes' : 'NO',
    ]);
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
    const line = (row: string[]): string =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd();
    console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
    const missed = this.figures.filter((one) => one.reached === false).length;
    console.log(
      `\n${String(this.figures.length)} figures, ${String(missed)} goals missed, ${((performance.now() - this.start) / 1000).toFixed(0)} s.`,
    );
    console.log(JSON.stringify({ ...facts, figures: this.figures }));
  }
}
