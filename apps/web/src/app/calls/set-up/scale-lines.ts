interface Step {
  readonly value: number;
  readonly label: string;
}

/** A scale as lines: "1 Poor". */
export function scaleLines(scale: readonly Step[]): string {
  return scale.map((step) => `${step.value} ${step.label}`.trim()).join('\n');
}

/** Lines as a scale; null when a line has no number, a number stands twice, or there are fewer than two. */
export function scaleFrom(lines: string): { value: number; label: string }[] | null {
  const steps = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => /^(-?\d{1,3})(?:[\s:.)–-]+(.*))?$/.exec(line));
  if (steps.length < 2 || steps.some((step) => step === null)) return null;
  const scale = steps.map((step) => ({ value: Number(step?.[1]), label: (step?.[2] ?? '').trim() }));
  return new Set(scale.map((step) => step.value)).size === scale.length ? scale : null;
}
