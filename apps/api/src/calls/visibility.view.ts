import type { SettingView, SightChangeView, TermsChange, VisibilityView } from '@convoke/contract';
import {
  effectsOf,
  groupOf,
  idleReason,
  isByAuthors,
  isOffered,
  isStamped,
  phases,
  phasesIn,
  plainSettings,
  presetNames,
  presetVisibility,
  requirements,
  reviewingPresets,
  visibilityDefaults,
  type Anonymity,
  type Effect,
  type PlainSetting,
  type SightChange,
  type TypeAnonymity,
  type VisibilitySettings,
} from '@convoke/domain';
import type { CallAccess } from '../access/access.service';
import type { TermsRow, TypeRow } from './visibility.queries';
import { differenceOf, modesOf, termsOf, type Terms } from './visibility-terms';

/** The settings page of who sees what. */
export function visibilityViewOf(
  access: CallAccess,
  types: readonly TypeRow[],
  former: readonly TermsRow[],
  needsReason: boolean,
): VisibilityView {
  const { call } = access;
  const now = termsOf(call, types);
  const offered = plainSettings.filter((name) => isOffered(name, call.kind));
  return {
    version: call.version,
    callName: call.name,
    kind: call.kind,
    anonymity: now.anonymity,
    ...now.steps,
    visibility: plain(now.visibility),
    types: types.map(({ id, name, anonymity }) => ({ id, name, anonymity })),
    settings: offered.map((name) => settingView(name, access, now, types)),
    requirements: requirements
      .filter(({ on, needs, only }) => (!only || only === call.kind) && isUsed(on, offered) && offered.includes(needs))
      .map(({ on, needs }) => ({ on, needs })),
    presets: presetNames
      .filter((name) => reviewingPresets[name].kind === call.kind)
      .map((name) => ({
        name,
        anonymity: now.anonymity,
        ...reviewingPresets[name].steps,
        visibility: plain(presetVisibility(name, now.anonymity)),
      })),
    needsReason,
    history: historyOf(now, former, types),
    can: { edit: access.may('editCall') },
  };
}

function isUsed(on: string, offered: readonly PlainSetting[]): boolean {
  return !(plainSettings as readonly string[]).includes(on) || (offered as readonly string[]).includes(on);
}

function plain(visibility: VisibilitySettings): Record<PlainSetting, boolean> {
  return Object.fromEntries(plainSettings.map((name) => [name, visibility[name]])) as Record<PlainSetting, boolean>;
}

function settingView(name: PlainSetting, { call }: CallAccess, now: Terms, types: readonly TypeRow[]): SettingView {
  const modes = modesOf(call.kind, now, types);
  const idle = idleReason(name, modes, now.steps);
  const effects = modes.flatMap((mode) => effectsOf(name, mode, now.steps));
  return {
    name,
    group: groupOf(name),
    usual: visibilityDefaults[name],
    idle: idle === 'kind' ? null : idle,
    effects: gathered(effects, phasesIn(call.kind, now.steps)),
  };
}

/** Effects on the same people in the same phases, told as one; those of a phase that is left out between are told apart. */
function gathered(effects: readonly Effect[], order: readonly string[]): SettingView['effects'] {
  const bySpan = new Map<string, SettingView['effects'][number]>();
  for (const { field, standing, phases } of effects) {
    for (const [from, to] of spansOf(phases, order)) {
      const key = `${field} ${from} ${to}`;
      const found = bySpan.get(key) ?? { fields: [field], who: [], from, to };
      bySpan.set(key, found.who.includes(standing) ? found : { ...found, who: [...found.who, standing] });
    }
  }
  const byPeople = new Map<string, SettingView['effects'][number]>();
  for (const { fields, who, from, to } of bySpan.values()) {
    const key = [who.join(), from, to].join(' ');
    byPeople.set(key, { fields: [...(byPeople.get(key)?.fields ?? []), ...fields], who, from, to });
  }
  return [...byPeople.values()];
}

function spansOf<P extends string>(phases: readonly P[], order: readonly string[]): [P, P][] {
  const spans: [P, P][] = [];
  for (const phase of phases) {
    const last = spans.at(-1);
    if (last && order.indexOf(last[1]) === order.indexOf(phase) - 1) last[1] = phase;
    else spans.push([phase, phase]);
  }
  return spans;
}

/** What is the same for the same people is one line: “name, affiliation”. */
export function changesView(changes: readonly SightChange[]): SightChangeView[] {
  const lines = new Map<string, SightChangeView>();
  for (const { opens, field, standing: who, from, onlyNew, people, submissions, kept } of changes) {
    const key = [opens, who, from, onlyNew, people, submissions, keptOf(field), kept].join();
    const line = lines.get(key);
    if (line) line.fields.push(field);
    else {
      const what = keptOf(field);
      lines.set(key, {
        ...{ opens, fields: [field], who, from, onlyNew, people, submissions },
        kept: what && kept > 0 ? { what, count: kept } : null,
      });
    }
  }
  const order = (line: SightChangeView): number => (line.from === null ? -1 : phases.indexOf(line.from));
  return [...lines.values()].sort((a, b) => order(a) - order(b) || Number(a.onlyNew) - Number(b.onlyNew));
}

function keptOf(field: SightChange['field']): 'papers' | 'reviews' | null {
  if (isByAuthors(field)) return 'papers';
  return isStamped(field) ? 'reviews' : null;
}

/** Each set of former terms against the ones that followed. */
function historyOf(now: Terms, former: readonly TermsRow[], types: readonly TypeRow[]): TermsChange[] {
  const asTerms = (row: TermsRow): Terms => ({
    anonymity: row.anonymity as Anonymity,
    types: Object.fromEntries(types.map(({ id }) => [id, (row.types[id] ?? null) as TypeAnonymity | null])),
    visibility: { ...visibilityDefaults, ...row.visibility },
    steps: now.steps,
  });
  return former.map((row, index) => {
    const next = index === 0 ? now : asTerms(former[index - 1] as TermsRow);
    return {
      at: row.endedAt.toISOString(),
      by: row.by,
      reason: row.reason,
      changed: differenceOf(asTerms(row), next, types),
    };
  });
}
