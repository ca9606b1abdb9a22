import { presetNames, presetVisibility, reviewingPresets } from '../calls/presets';
import { contradictionsIn, requirements } from './contradictions';
import { phases } from './phase';
import {
  allSteps,
  effectsOf,
  groupOf,
  idleReason,
  isOffered,
  phasesIn,
  plainSettings,
  settingGroups,
  standingsIn,
} from './settingGuide';
import { visibilityDefaults, type VisibilitySetting, type VisibilitySettings, visibilitySettings } from './settings';
import type { Standing } from './standing';
import { type Field, lineFor, type Mode } from './visibility';

const modes: Mode[] = (['conference', 'special_issue'] as const).flatMap((kind) =>
  (['single', 'double', 'triple'] as const).map((anonymity) => ({ kind, anonymity })),
);
const conference: Mode = { kind: 'conference', anonymity: 'double' };
const issue: Mode = { kind: 'special_issue', anonymity: 'double' };
const on = (...names: VisibilitySetting[]): VisibilitySettings => ({
  ...visibilityDefaults,
  ...Object.fromEntries(names.map((name) => [name, true])),
});
const off = (...names: VisibilitySetting[]): VisibilitySettings => ({
  ...visibilityDefaults,
  ...Object.fromEntries(names.map((name) => [name, false])),
});
const found = (settings: VisibilitySettings, mode = conference, steps = allSteps): string[] =>
  contradictionsIn(settings, steps, [mode]).map(({ on: one, needs }) => `${one} < ${needs}`);

describe('contradictory settings', () => {
  it('are none by default, nor in any preset, whatever the anonymity', () => {
    for (const mode of modes) expect(found(visibilityDefaults, mode, { ...allSteps })).toEqual([]);
    for (const name of presetNames)
      for (const anonymity of ['single', 'double', 'triple'] as const) {
        const { kind, steps } = reviewingPresets[name];
        expect([name, contradictionsIn(presetVisibility(name, anonymity), steps, [{ kind, anonymity }])]).toEqual([
          name,
          [],
        ]);
      }
  });

  it('are scores without texts, names without reviews, papers without titles', () => {
    expect(found(off('authors_see_reviews'))).toEqual(
      expect.arrayContaining(['authors_see_scores < authors_see_reviews']),
    );
    expect(found(on('unassigned_pc_sees_reviewer_names', 'reviewers_see_reviewer_names'))).toEqual([
      'unassigned_pc_sees_reviewer_names < unassigned_pc_sees_reviews',
    ]);
    expect(found({ ...off('pc_sees_titles', 'pc_sees_decisions'), pc_sees_pdfs: true })).toEqual([
      'bids < pc_sees_titles',
      'pc_sees_pdfs < pc_sees_titles',
    ]);
    expect(found(on('publish_supplementary'))).toEqual(['publish_supplementary < publish_pdfs']);
  });

  it('are bids on titles that nobody sees, and a response to reviews that authors do not read', () => {
    const blind = { ...off('pc_sees_titles', 'pc_sees_decisions') };
    expect(found(blind)).toEqual(['bids < pc_sees_titles']);
    expect(found(blind, conference, { ...allSteps, bids: false })).toEqual([]);
    expect(found(off('authors_see_reviews_in_rebuttal'))).toEqual(['response < authors_see_reviews_in_rebuttal']);
    expect(found(off('authors_see_reviews_in_rebuttal'), conference, { ...allSteps, response: false })).toEqual([]);
  });

  it('are conflicts shown where they would point to secret authors', () => {
    const open = on('pc_sees_conflicts');
    expect(found(open)).toEqual(['pc_sees_conflicts < null']);
    expect(found(open, { kind: 'conference', anonymity: 'single' })).toEqual([]);
    const mixed: Mode[] = [conference, { kind: 'conference', anonymity: 'single' }];
    expect(contradictionsIn(open, allSteps, mixed)).toEqual([]);
  });

  it('are not looked for where a setting cannot matter', () => {
    expect(found(on('pc_sees_pdfs', 'unassigned_pc_sees_reviewer_names', 'pc_sees_conflicts'), issue)).toEqual([]);
  });

  it('each name two settings, and none twice', () => {
    const keys = requirements.map(({ on: one, needs }) => `${one} ${needs}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('settings without a contradiction', () => {
  const sees = (settings: VisibilitySettings, field: Field, as: Standing, at: (typeof phases)[number], mode: Mode) => {
    const line = lineFor(field, as, at, mode);
    return line !== null && (line.setting === undefined || settings[line.setting]);
  };
  const implied: [Field, Field][] = [
    ['review.scores', 'review.text'],
    ['author.names', 'submission.title_abstract'],
    ['file.pdf', 'submission.title_abstract'],
    ['file.supplementary', 'file.pdf'],
    ['review.text', 'submission.title_abstract'],
    ['review.confidential_comments', 'review.text'],
    ['review.reviewer_identity', 'review.text'],
    ['decision.value', 'submission.title_abstract'],
  ];
  const lasting: Field[] = ['review.text', 'review.scores', 'meta_review.text', 'decision.value'];
  /** A fixed sequence of pseudo-random settings, many of them contradictory. */
  const samples = (() => {
    let seed = 20160601;
    const next = (): boolean => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648 < 0.5;
    };
    return Array.from({ length: 20_000 }, () => ({
      ...visibilityDefaults,
      ...Object.fromEntries(plainSettings.map((name) => [name, next() ? visibilityDefaults[name] : next()])),
    }));
  })();

  it.each(['single', 'double', 'triple'] as const)('show no part without what it belongs to (%s)', (anonymity) => {
    const mode: Mode = { kind: 'conference', anonymity };
    const sound = samples.filter((settings) => contradictionsIn(settings, allSteps, [mode]).length === 0);
    expect(sound.length).toBeGreaterThan(30);
    const wrong = sound.flatMap((settings) =>
      standingsIn('conference').flatMap((as) =>
        phasesIn('conference', allSteps).flatMap((at) =>
          implied
            // a closed paper's reviewers keep what was decided, by their own assignment
            .filter(([part]) => part !== 'decision.value' || at !== 'closed_rejected')
            .filter(([part, whole]) => sees(settings, part, as, at, mode) && !sees(settings, whole, as, at, mode))
            .map(([part]) => `${part} · ${as} · ${at}`),
        ),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('take back nothing before the end that was shown earlier', () => {
    const sound = samples.filter((settings) => contradictionsIn(settings, allSteps, [conference]).length === 0);
    const until = phases.slice(phases.indexOf('review_open'), phases.indexOf('notified') + 1);
    const wrong = sound.flatMap((settings) =>
      (['author', 'reviewer', 'reviewer_pending', 'pool'] as const).flatMap((as) =>
        lasting.filter((field) => {
          const shown = until.map((at) => sees(settings, field, as, at, conference));
          return shown.lastIndexOf(false) > shown.indexOf(true) && shown.includes(true);
        }),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});

describe('the guide to the settings', () => {
  it('has each in one group; those of an emergency are not among them', () => {
    expect(plainSettings).toHaveLength(38);
    expect(visibilitySettings.filter((name) => !(plainSettings as readonly string[]).includes(name))).toEqual([
      'chair_break_glass',
      'admin_break_glass',
    ]);
    for (const name of plainSettings) expect(settingGroups).toContain(groupOf(name));
  });

  it('offers a kind of call what can matter in it, and each setting to one kind at least', () => {
    const conferenceOnly = plainSettings.filter((name) => !isOffered(name, 'special_issue'));
    expect(conferenceOnly).toContain('pc_sees_titles');
    expect(plainSettings.filter((name) => !isOffered(name, 'conference'))).toEqual([
      'si_reviewers_see_other_reviews_after_decision',
      'si_discussion',
    ]);
    for (const name of plainSettings)
      expect(isOffered(name, 'conference') || isOffered(name, 'special_issue')).toBe(true);
  });

  it('says why one changes nothing', () => {
    expect(idleReason('pc_sees_conflicts', [conference], allSteps)).toBe('anonymity');
    expect(idleReason('pc_sees_titles', [issue], allSteps)).toBe('kind');
    expect(idleReason('authors_see_scores_in_rebuttal', [conference], { ...allSteps, response: false })).toBe('steps');
    expect(idleReason('authors_see_handling_chair', [issue], allSteps)).toBe('anonymity');
    expect(idleReason('pc_sees_titles', [conference], allSteps)).toBeNull();
  });

  it('reads what a setting decides off the table', () => {
    expect(effectsOf('publish_pdfs', conference).filter(({ standing }) => standing === 'stranger')).toEqual([
      { field: 'file.pdf', standing: 'stranger', phases: ['published'] },
    ]);
    expect(
      effectsOf('reviewers_see_reviewer_names', conference).map(({ field, standing }) => [field, standing]),
    ).toEqual([
      ['review.attachment_original_metadata', 'reviewer'],
      ['review.reviewer_identity', 'reviewer'],
      ['assignment.reviewer_names', 'reviewer'],
    ]);
  });
});
