import type { DueView, MissingItem, ShownState, TaskView, WaitingView } from '@convoke/contract';
import { scopeOf } from '@convoke/domain';
import { intlLocale, type Translator } from '@convoke/texts';
import type { CallAccess, SubmissionAccess } from '../access/access.service';
import type { DraftRow } from '../submissions/draft.queries';
import { titleOf } from '../submissions/draft-settings';
import { editRefusal } from '../submissions/drafts.service';
import { missingFrom } from '../submissions/missing';
import { dueIn } from './due';

/** One own submission, as its author may know it. */
export interface OwnPaper {
  draft: DraftRow;
  access: SubmissionAccess;
  call: CallAccess;
  /** Its authors learned of a decision lately. */
  news: boolean;
  /** What there is of the response to its reviews. */
  response: { submitted: boolean; changed: boolean } | null;
}

/** More missing things than this are only counted. */
const named = 3;

/** What an author has to do about one submission: at most one thing. */
export function authorTask(paper: OwnPaper, words: Translator): TaskView | null {
  const { draft, access, call, news, response } = paper;
  const scope = scopeOf(access.facts, call.viewer);
  const form = `/app/c/${draft.callSlug}/d/${draft.id}`;
  const page = draft.number === null ? form : `/app/c/${draft.callSlug}/s/${draft.number}`;
  const about = (kind: TaskView['kind'], facts: TaskView['facts'], due: DueView | null, link: string): TaskView => ({
    kind,
    callSlug: draft.callSlug,
    callName: draft.callName,
    paperTitle: titleOf(draft, editRefusal(access) === null) || null,
    facts,
    due,
    link,
  });
  const number = draft.number ?? 0;
  if (draft.state === 'draft') {
    if (!access.may('edit')) return null;
    const missing = missingFrom(draft, 'paper');
    const due = dueIn(call, 'paper', scope);
    return missing.length > 0
      ? about('finish_draft', { missing: missingWords(missing, words) }, due, form)
      : about('submit_draft', {}, due, form);
  }
  if (access.may('submitRevision')) return about('revise_paper', { number }, dueIn(call, 'revision', scope), form);
  if (access.may('respond') && (!response?.submitted || response.changed)) {
    const begun = response === null ? 'no' : response.submitted ? 'changed' : 'yes';
    return about('respond', { number, begun }, dueIn(call, 'response', scope), `${page}?tab=reviews`);
  }
  if (draft.stage === 'abstract' && access.may('submit'))
    return about('upload_paper', { number }, dueIn(call, 'paper', scope), form);
  return news && access.sees('decision.value') ? about('read_decision', { number }, null, page) : null;
}

/** A submission that waits for others, with when an answer is expected; null when it does not. */
export function waitingPaper({ draft, access, call, response }: OwnPaper): WaitingView | null {
  if (draft.state !== 'submitted' || draft.stage === 'abstract' || draft.number === null) return null;
  if (access.facts.submission.awaitsRevision || access.sees('decision.value')) return null;
  if (access.may('respond') && !response?.submitted) return null;
  const state: ShownState = access.phase === 'submitted' ? 'submitted' : 'review';
  const scope = { trackId: draft.trackId, submissionTypeId: draft.typeId, submissionId: draft.id };
  return {
    state,
    callSlug: draft.callSlug,
    callName: draft.callName,
    number: draft.number,
    title: titleOf(draft, editRefusal(access) === null),
    link: `/app/c/${draft.callSlug}/s/${draft.number}`,
    expected: dueIn(call, 'notification', scope),
  };
}

/** "title, abstract and 3 more things". */
function missingWords(missing: readonly MissingItem[], { t, maybe, locale }: Translator): string {
  const words = missing.map(
    ({ code, field, facts }) =>
      maybe(`home.missing.${code}`, facts) ?? inSentence(maybe(`submission.missing.${code}`, facts) ?? field, locale),
  );
  const rest = words.length - named;
  const shown = rest > 1 ? [...words.slice(0, named), t('home.missingMore', { count: rest })] : words;
  return new Intl.ListFormat(intlLocale[locale], { type: 'conjunction' }).format(shown);
}

/** Within a sentence a label loses its capital, but not in German, where it is mostly a noun's. */
function inSentence(label: string, locale: Translator['locale']): string {
  return locale === 'de' ? label : label.charAt(0).toLocaleLowerCase(locale) + label.slice(1);
}
