import type { ExportQuery } from '@convoke/contract';
import { Refusal } from '@convoke/domain';

/** As many as the largest call has. */
const most = 20_000;

/** “1-4,9” as numbers; null = all of the list. */
export function numbersOf({ papers }: ExportQuery): number[] | null {
  if (papers === undefined) return null;
  const numbers = new Set<number>();
  for (const part of papers.split(',')) {
    const [first = 0, last = first] = part.split('-').map(Number);
    if (last - first > most) throw tooMany();
    for (let n = first; n <= last; n += 1) numbers.add(n);
  }
  if (numbers.size > most) throw tooMany();
  return [...numbers];
}

const tooMany = (): Refusal =>
  new Refusal('invalid_body', { errors: [{ path: 'papers', message: `At most ${most} numbers` }] });
