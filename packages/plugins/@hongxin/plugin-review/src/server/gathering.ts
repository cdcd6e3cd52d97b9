import type { Background } from './background';

/**
 * Does at once what several transactions want done after their commits: the first goes on its way at once, and what
 * comes while it is under way goes together as the next. A batch that fails is logged and keeps no later one.
 */
export class Gathering<T> {
  private waiting: T[] = [];
  private isUnderWay = false;

  constructor(
    private readonly background: Background,
    private readonly title: string,
    private readonly work: (items: readonly T[]) => Promise<void>,
  ) {}

  add(items: readonly T[]): void {
    this.waiting.push(...items);
    if (!this.isUnderWay && this.waiting.length > 0) this.background.start(this.title, () => this.drain());
  }

  private async drain(): Promise<void> {
    this.isUnderWay = true;
    try {
      while (this.waiting.length > 0) {
        const batch = this.waiting;
        this.waiting = [];
        await this.background.attempt(this.title, () => this.work(batch));
      }
    } finally {
      this.isUnderWay = false;
    }
  }
}
