/** A seeded source of chance: the same seed gives the same draws on every machine. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  }

  /** From 0 up to, not including, 1 (xorshift32). */
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state = (this.state ^ (this.state << 5)) >>> 0;
    return this.state / 2 ** 32;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.next() * from.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  }

  /** Like `pick`, the first ones more often: few names and places are common, many are rare. */
  early<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.next() ** 2 * from.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  }

  /** Up to `n` different ones. */
  sample<T>(from: readonly T[], n: number): T[] {
    const chosen = new Set<T>();
    for (let tries = 0; chosen.size < Math.min(n, from.length) && tries < n * 20; tries += 1)
      chosen.add(this.pick(from));
    return [...chosen];
  }

  capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
}
