import type { Driver } from './driver';

type Work = (driver: Driver) => Promise<void>;

/** What happens on which day and who is at the keyboard; carried out from the oldest day to today. */
export class Timeline {
  private readonly days = new Map<number, { who: string; work: Work }[]>();

  on(daysAgo: number, who: string, work: Work): void {
    this.days.set(daysAgo, [...(this.days.get(daysAgo) ?? []), { who, work }]);
  }

  async run(driver: Driver): Promise<void> {
    for (const [daysAgo, works] of [...this.days].toSorted(([a], [b]) => b - a)) {
      let present = '';
      for (const { who, work } of works) {
        if (who !== present) await driver.on(daysAgo, who);
        present = who;
        await work(driver);
      }
    }
  }
}
