import {
  cellBy,
  cellsOf,
  headerOf,
  MAX_PASTED,
  type ParseProblem,
  rowBy,
  rowOf,
  type UncheckedRow,
  withProblems,
} from '../submissions/parseAuthorList';

export interface CommitteeRow extends UncheckedRow {
  /** Names as typed; matched against the call's topics by `topicIds`. */
  readonly topics: readonly string[];
  readonly topicIds: readonly string[];
  readonly unknownTopics: readonly string[];
  readonly problems: readonly (ParseProblem | 'already_member' | 'already_invited')[];
}

export interface KnownPeople {
  /** Addresses of members and of people with an open invitation, in any case. */
  readonly members: readonly string[];
  readonly invited: readonly string[];
  readonly topics: readonly { readonly id: string; readonly name: string }[];
}

/**
 * A committee from a paste or CSV: name, e-mail, affiliation, topics (separated by ";" or "|"), with or without header.
 * Duplicates in the list, members and open invitations are marked, not dropped: a preview shows them before any letter.
 */
export function parseCommittee(text: string, known: KnownPeople): CommitteeRow[] {
  const lines = text.split(/\r?\n/u).map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const filled = lines.filter(({ content }) => content !== '');
  const header = filled[0] ? headerOf(cellsOf(filled[0].content)) : null;
  const rows = (header ? filled.slice(1) : filled).slice(0, MAX_PASTED).map(({ content, line }) => {
    const cells = cellsOf(content);
    if (header) return { ...rowBy(header, cells, line), topics: topicsOf(cellBy(header, cells, 'topics')) };
    return withoutHeader(content, cells, line);
  });
  const members = new Set(known.members.map(normal));
  const invited = new Set(known.invited.map(normal));
  const topics = new Map(known.topics.map(({ id, name }) => [normal(name), id]));
  return withProblems(rows).map((row) => ({
    ...row,
    topicIds: row.topics.flatMap((topic) => topics.get(normal(topic)) ?? []),
    unknownTopics: row.topics.filter((topic) => !topics.has(normal(topic))),
    problems: [
      ...row.problems,
      ...(members.has(normal(row.address)) ? ['already_member' as const] : []),
      ...(invited.has(normal(row.address)) ? ['already_invited' as const] : []),
    ],
  }));
}

/** Those that an invitation can leave for: everything marked is left to the chair. Unknown topics do not stand in the way. */
export function invitable(rows: readonly CommitteeRow[]): CommitteeRow[] {
  return rows.filter(({ problems }) => problems.length === 0);
}

/** Name, e-mail, affiliation, topics in this order; a cell after the affiliation is topics. */
function withoutHeader(content: string, cells: readonly string[], line: number): UncheckedRow & { topics: string[] } {
  const at = cells.findIndex((cell) => cell.includes('@'));
  if (content.includes('<') || at !== 1 || cells.length < 4) return { ...rowOf(content, line), topics: [] };
  const [name = '', address = '', affiliation = '', ...topics] = cells;
  const { givenName, familyName } = rowOf(`${name}<${address}>`, line);
  return { line, givenName, familyName, address, affiliation, topics: topics.flatMap(topicsOf) };
}

function topicsOf(cell: string): string[] {
  return cell
    .split(/[;|]/u)
    .map((topic) => topic.trim())
    .filter(Boolean);
}

function normal(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/gu, ' ');
}
