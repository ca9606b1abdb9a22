/** Numbers in few letters: “1-4,9”. */
export function rangesOf(numbers: readonly number[]): string {
  const parts: [first: number, last: number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const part = parts.at(-1);
    if (part && part[1] === n - 1) part[1] = n;
    else parts.push([n, n]);
  }
  return parts.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join();
}
