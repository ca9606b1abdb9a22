import type * as z from 'zod';

const shown = 20;

/** Files that cannot be loaded, with what is wrong and where; nothing was written. */
export class UnloadableConference extends Error {}

/** Collects what is wrong with the files, so that one attempt shows more than the first mistake. */
export class Problems {
  private readonly found: string[] = [];
  private more = 0;

  /** `headline` is what the problems are the reason of. */
  constructor(private readonly headline = 'The conference was not loaded') {}

  add(where: string, what: string): void {
    if (this.found.length < shown) this.found.push(`  ${where}: ${what}`);
    else this.more += 1;
  }

  /** The parsed value, or null with the problem noted. */
  parsed<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      this.add(where, `${issue.path.map(String).join('.') || 'value'} – ${issue.message}`);
    return null;
  }

  /** Throws if anything was found. */
  settle(): void {
    if (this.found.length === 0) return;
    const rest = this.more > 0 ? `\n  … and ${this.more} more` : '';
    throw new UnloadableConference(`${this.headline}:\n${this.found.join('\n')}${rest}`);
  }
}
