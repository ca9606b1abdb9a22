import { accessTo } from './access';
import { nobody } from './facts';
import { type Phase, phaseOf, phases } from './phase';
import { aSubmission } from '../testing/facts';
import { visibilityDefaults, type VisibilitySetting, visibilitySettings } from './settings';
import { type Cell, matrix, type MatrixMode, matrixModes, matrixRoles } from './testing/matrix';
import { callIn, factsIn } from './testing/roles';
import { type Field, fields } from './visibility';

const now = new Date('2026-06-01T12:00:00Z');
const all = (value: boolean): Record<VisibilitySetting, boolean> =>
  Object.fromEntries(visibilitySettings.map((name) => [name, value])) as Record<VisibilitySetting, boolean>;
const worlds = new Map<string, ReturnType<typeof callIn>>();
const callWith = (
  mode: MatrixMode,
  key: string,
  settings: Partial<Record<VisibilitySetting, boolean>>,
): ReturnType<typeof callIn> => {
  const call = worlds.get(mode + key) ?? callIn(mode, settings);
  worlds.set(mode + key, call);
  return call;
};
const sees = (
  { field, role, phase, mode }: Cell,
  key: string,
  settings: Partial<Record<VisibilitySetting, boolean>>,
): boolean => {
  const { viewer, facts } = factsIn(role, phase, mode);
  return accessTo(facts, viewer, callWith(mode, key, settings), now).sees(field);
};
const cells = matrix();
const show = (cell: Cell): string => `${cell.field} · ${cell.role} · ${cell.phase} · ${cell.mode}: ${cell.visible}`;

describe('every cell of the matrix', () => {
  it('is there', () => {
    expect(cells).toHaveLength(31_104);
    expect(visibilitySettings).toHaveLength(40);
  });

  it.each(matrixRoles)('of %s holds with every setting at both values', (role) => {
    const wrong = cells
      .filter((cell) => cell.role === role)
      .filter((cell) => {
        const { visible } = cell;
        if (visible === 'yes' || visible === 'no') {
          const expected = visible === 'yes';
          return sees(cell, 'off', all(false)) !== expected || sees(cell, 'on', all(true)) !== expected;
        }
        const alone = sees(cell, `only ${visible}`, { ...all(false), [visible]: true });
        const missing = sees(cell, `all but ${visible}`, { ...all(true), [visible]: false });
        const byDefault = sees(cell, 'default', {});
        return !alone || missing || byDefault !== visibilityDefaults[visible];
      });
    expect(wrong.map(show)).toEqual([]);
  });

  it('agrees with the reason that is given for it', () => {
    const wrong = cells.filter((cell) => {
      const { viewer, facts } = factsIn(cell.role, cell.phase, cell.mode);
      const { setting } = accessTo(facts, viewer, callWith(cell.mode, 'default', {}), now).why(cell.field);
      return (setting?.name ?? null) !== (cell.visible === 'yes' || cell.visible === 'no' ? null : cell.visible);
    });
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('the settings as they come', () => {
  it('are on where a venue cannot work otherwise, and on the safe side in all else', () => {
    expect(visibilitySettings.filter((name) => visibilityDefaults[name])).toEqual([
      'pc_sees_titles',
      'reviewers_see_supplementary',
      'reviewers_see_other_reviews_after_own',
      'reviewers_see_other_reviews_in_discussion',
      'si_reviewers_see_other_reviews_after_decision',
      'reviewers_see_review_status',
      'reviewers_see_handling_chair',
      'reviewers_see_metareview',
      'reviewers_see_decision',
      'pc_sees_decisions',
      'authors_see_reviews_in_rebuttal',
      'authors_see_reviews',
      'authors_see_scores',
      'authors_see_metareview',
      'authors_see_handling_chair',
    ]);
  });
});

describe('what must hold whatever the matrix says', () => {
  const value = new Map(cells.map((cell) => [`${cell.field} ${cell.role} ${cell.phase} ${cell.mode}`, cell.visible]));
  const row = (field: Field, role: string): string[] =>
    phases.flatMap((phase) => matrixModes.map((mode) => value.get(`${field} ${role} ${phase} ${mode}`) ?? 'no'));
  const same = (a: string, b: string): Field[] =>
    fields.filter((field) => row(field, a).join() !== row(field, b).join());

  it('a stranger sees what a visitor sees, a co-author and a chair who is an author what an author sees', () => {
    expect(same('unrelated_user', 'anonymous_visitor')).toEqual([]);
    expect(same('coauthor', 'author')).toEqual([]);
    expect(same('conflicted_chair_author', 'author')).toEqual([]);
  });

  it('nothing of a round is public before its submission is', () => {
    const facts = aSubmission('published', {}, {}, { state: 'accepted' });
    expect(phaseOf(facts.submission, facts.current)).toBe('notified');
    expect(accessTo(facts, nobody, callIn('double'), now).exists).toBe(false);
  });

  it('no setting opens who reviewed to authors, strangers, the conflicted, the invited, or former reviewers', () => {
    const outside = [
      'author',
      'anonymous_visitor',
      'conflicted_reviewer',
      'invited_reviewer',
      'former_reviewer',
      'other_track_chair',
    ];
    const secret: Field[] = [
      'review.reviewer_identity',
      'assignment.reviewer_names',
      'review.confidential_comments',
      'discussion.messages',
    ];
    for (const role of outside) for (const field of secret) expect(new Set(row(field, role))).toEqual(new Set(['no']));
  });

  it('no setting shows authors a decision of a conference before notification', () => {
    const early: Phase[] = ['draft', 'submitted', 'review_open', 'discussion', 'rebuttal', 'decided_not_notified'];
    for (const phase of early) expect(value.get(`decision.value author ${phase} double`)).toBe('no');
    expect(value.get('decision.value author notified double')).toBe('yes');
  });

  it('no setting shows reviewers the authors of a double-anonymous submission before notification', () => {
    for (const role of ['assigned_reviewer', 'assigned_reviewer_pending', 'invited_reviewer', 'unassigned_pc'])
      for (const phase of phases.slice(0, 6))
        for (const field of ['author.names', 'author.affiliation', 'author.email'])
          for (const mode of ['double', 'triple', 'si_double', 'si_triple'])
            expect(value.get(`${field} ${role} ${phase} ${mode}`)).toBe('no');
  });
});
