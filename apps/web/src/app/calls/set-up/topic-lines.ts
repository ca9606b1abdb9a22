/** The topics in a pasted list: one per line, without bullets, numbers, double spaces or repetitions. */
export function topicLines(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[•◦▪‣·*–—-]|\d{1,3}[.)])\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
  return [...new Map(lines.map((line) => [line.toLowerCase(), line])).values()];
}

interface Topic {
  readonly id: string;
  readonly name: string;
}

/**
 * Lines as topics that keep their identity: the same name is the same topic; a line that changed in its place is the renamed topic
 * as long as the number of lines is the same. Papers keep their topics through a corrected spelling.
 */
export function matchTopics(lines: readonly string[], topics: readonly Topic[]): { id?: string; name: string }[] {
  const byName = new Map(topics.map((topic) => [topic.name.toLowerCase(), topic.id]));
  const named = new Set(lines.flatMap((line) => byName.get(line.toLowerCase()) ?? []));
  return lines.map((name, index) => {
    const same = byName.get(name.toLowerCase());
    if (same) return { id: same, name };
    const inPlace = lines.length === topics.length ? topics[index] : undefined;
    return inPlace && !named.has(inPlace.id) ? { id: inPlace.id, name } : { name };
  });
}
