/** One way of doing a job; `times` of it make one sample, so that a job of a microsecond can be timed at all. */
export interface Way {
  times: number;
  run: (turn: number) => unknown;
  /** Not measured: makes the ground for the next sample. */
  before?: () => void;
}

export interface Cost {
  /** Milliseconds for one job, median of the rounds. */
  cpu: number;
  wall: number;
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * at) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const cpuOf = (since: NodeJS.CpuUsage): number => {
  const used = process.cpuUsage(since);
  return (used.user + used.system) / 1000;
};

async function sample(way: Way, turn: number): Promise<Cost> {
  way.before?.();
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const wall = performance.now();
  for (let index = 0; index < way.times; index++) {
    const result = way.run(turn * way.times + index);
    if (result instanceof Promise) await result;
  }
  return { cpu: cpuOf(cpu) / way.times, wall: (performance.now() - wall) / way.times };
}

/**
 * Every round does each way once, in turning order, so that a busy neighbour on the machine hits all of them alike.
 * The ratio is the median of the rounds' own ratios of processor time.
 */
export async function sideBySide<K extends string>(
  rounds: number,
  ways: Record<K, Way>,
): Promise<{ cost: Record<K, Cost>; ratio: (a: K, b: K) => number }> {
  const names = Object.keys(ways) as K[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<K, Cost[]>;
  for (const name of names) await sample(ways[name], 0);
  for (let round = 1; round <= rounds; round++) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) samples[name].push(await sample(ways[name], round));
  }
  const cost = Object.fromEntries(
    names.map((name) => [name, { cpu: median(samples[name].map((one) => one.cpu)), wall: median(samples[name].map((one) => one.wall)) }]),
  ) as Record<K, Cost>;
  return { cost, ratio: (a, b) => median(samples[a].map((one, index) => one.cpu / (samples[b][index]?.cpu ?? Number.NaN))) };
}

const ownCpu = (): number => {
  const used = process.threadCpuUsage();
  return (used.user + used.system) / 1000;
};

/** Milliseconds of each single job: processor time of this thread, and by the clock, which a busy machine lengthens. */
export function timed(times: number, run: (turn: number) => unknown): { cpu: number[]; wall: number[] } {
  for (let turn = 0; turn < Math.min(20, times); turn++) run(turn);
  const found = { cpu: [] as number[], wall: [] as number[] };
  for (let turn = 0; turn < times; turn++) {
    const [cpu, wall] = [ownCpu(), performance.now()];
    run(turn);
    found.wall.push(performance.now() - wall);
    found.cpu.push(ownCpu() - cpu);
  }
  return found;
}

export interface Stretch {
  cpu: number;
  wall: number;
}

/**
 * The longest time that nothing else got a turn on this thread while `work` ran: by the clock, and by the processor time
 * of this thread alone, which a neighbour on the machine cannot lengthen. A tick asks every millisecond.
 */
export async function longestStretch(work: () => Promise<unknown>): Promise<Stretch> {
  const longest: Stretch = { cpu: 0, wall: 0 };
  let [cpu, wall] = [ownCpu(), performance.now()];
  const look = (): void => {
    const now: [number, number] = [ownCpu(), performance.now()];
    longest.cpu = Math.max(longest.cpu, now[0] - cpu);
    longest.wall = Math.max(longest.wall, now[1] - wall);
    [cpu, wall] = now;
  };
  const tick = setInterval(look, 1);
  await new Promise((begin) => setImmediate(begin));
  look();
  Object.assign(longest, { cpu: 0, wall: 0 });
  try {
    await work();
    look();
  } finally {
    clearInterval(tick);
  }
  return longest;
}
