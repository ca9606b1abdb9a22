import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fields,
  visibility,
  visibilityDefaults,
  visibilitySettings,
  type Field,
  type Line,
  type Mode,
  type Phase,
  type Standing,
  type VisibilitySetting,
} from '@convoke/domain';
import { comparing, looking, phaseNames, sides, standingNames, whys } from './visibility-doc-sight';

const modes: readonly Mode[] = (['conference', 'special_issue'] as const).flatMap((kind) =>
  (['single', 'double', 'triple'] as const).map((anonymity) => ({ kind, anonymity })),
);

/** `docs/visibility.md`, written from the tables that decide. */
export function visibilityDocument(): string {
  const byField = ['## Thing by thing', ...fields.map(section)];
  return [introduction, ...byField, ...sides(), whys(), looking, comparing, settings()].join('\n\n') + '\n';
}

const introduction = `# Who sees what

This page is written from the table that decides, \`libs/domain/src/access/visibility.ts\`, and a test fails when the two differ. To write it anew:
\`node tools/build-server.mjs && node dist/server/tools/visibility-doc.js\`.

For one person and one submission the first line that fits decides; **what no line allows is hidden**, and hidden looks exactly like missing. Everybody
is exactly one thing to a submission: being an author beats everything, then a conflict beats every office. An office and an assignment count once
an address is confirmed, and so does reading what others wrote about one’s own paper. A review, a decision or a file follows the phase of its own round, everything else that of the submission's current round.

“If allowed” names a setting of the call; what it is unless the chairs change it stands in brackets.

Below: every thing there is to see; what each person sees of a call as it comes; the sentences in which a chair reads why somebody sees
something; how a chair looks through somebody else’s eyes; how to hold the rules against a matrix of your own; the settings.`;

function section(field: Field): string {
  const lines: readonly Line[] = visibility[field];
  return [`### ${fieldName(field)}`, lines.map(sentence).join('\n')].join('\n\n');
}

function fieldName(field: Field): string {
  const [thing = '', part = ''] = field.split('.');
  const words = (text: string) => text.replaceAll('_', ' ');
  const named = words(thing);
  return `${named.charAt(0).toUpperCase()}${named.slice(1)}: ${words(part)}`;
}

function sentence({ who, from, to, setting, where }: Line): string {
  const people = who === 'anyone' ? 'everybody' : peopleOf(who);
  const place = where ? placesOf(where) : null;
  return [
    `- **${people}**: ${span(from, to)}`,
    ...(place ? [`, ${place}`] : []),
    ...(setting ? [`, if allowed: \`${setting}\` (${onOrOff(setting)})`] : []),
  ].join('');
}

/** Reviewers before and after their own review are named once where the line is for both. */
function peopleOf(who: readonly Standing[]): string {
  const both = who.includes('reviewer') && who.includes('reviewer_pending');
  const names = who
    .filter((standing) => !(both && standing === 'reviewer_pending'))
    .map((standing) => (both && standing === 'reviewer' ? 'its reviewers' : standingNames[standing]));
  return names.join('; ');
}

function span(from: Phase, to: Phase): string {
  if (from === 'draft' && to === 'closed_rejected') return 'always';
  if (from === to) return `only while “${phaseNames[from]}”`;
  return to === 'closed_rejected'
    ? `from “${phaseNames[from]}” on`
    : `from “${phaseNames[from]}” to “${phaseNames[to]}”`;
}

/** Asks the predicate about every kind of call there is and says the answer. */
function placesOf(where: NonNullable<Line['where']>): string | null {
  const fitting = modes.filter((mode) => where(mode));
  const kinds = [...new Set(fitting.map(({ kind }) => kind))];
  const anonymities = [...new Set(fitting.map(({ anonymity }) => anonymity))];
  if (fitting.length !== kinds.length * anonymities.length) throw new Error('This line needs words of its own.');
  const kindWords = kinds.length === 2 ? [] : [`in ${kinds[0] === 'conference' ? 'conferences' : 'special issues'}`];
  const anonymityWords = anonymities.length === 3 ? [] : [`where anonymity is ${anonymities.join(' or ')}`];
  return [...kindWords, ...anonymityWords].join(' ') || null;
}

function settings(): string {
  const lines = visibilitySettings.map((setting) => `- \`${setting}\`: ${onOrOff(setting)}`);
  return ['## Settings and what they are unless changed', lines.join('\n')].join('\n\n');
}

function onOrOff(setting: VisibilitySetting): 'on' | 'off' {
  return visibilityDefaults[setting] ? 'on' : 'off';
}

/** Where the page stands, from the sources and from their build alike. */
export function documentPath(root: string): string {
  return join(root, 'docs/visibility.md');
}

export function writtenDocument(root: string): string {
  return readFileSync(documentPath(root), 'utf8');
}

if (require.main === module) writeFileSync(documentPath(process.cwd()), visibilityDocument());
