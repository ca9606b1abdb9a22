import type { AudienceView, Speaker } from '@convoke/contract';
import type { Texts } from '@convoke/ui';

/** “You”, “Reviewer B”, “Ravi Menon (Reviewer B)”, “Tala Brandt, chair”: as much of a person as the viewer may know. */
export function speakerWords({ part, name, letter }: Speaker, texts: Texts): string {
  if (part === 'self') return letter ? texts.t('talk.who.selfLetter', { letter }) : texts.t('talk.who.self');
  if (part === 'chair') return name ? texts.t('talk.who.chairNamed', { name }) : texts.t('talk.who.chair');
  if (name) return letter ? texts.t('talk.who.named', { name, letter }) : name;
  return letter ? texts.t('talk.who.letter', { letter }) : texts.t('talk.who.reviewer');
}

/** “Reviewers and chairs — 5 people, without authors”. */
export function audienceWords(audience: AudienceView, texts: Texts): string {
  const people = peopleParam(audience.people);
  if (audience.kind === 'chairs') return texts.t('talk.audience.chairs', { people });
  if (audience.kind === 'reviewers')
    return texts.t(audience.committee ? 'talk.audience.committee' : 'talk.audience.reviewers', { people });
  if (!audience.reviewer || audience.reviewer.part === 'self') return texts.t('talk.audience.self', { people });
  return texts.t('talk.audience.reviewer', { who: speakerWords(audience.reviewer, texts), people });
}

/** A number of people where it may be known, for a `select`. */
export function peopleParam(people: number | null): string {
  return people === null ? 'none' : people === 1 ? 'one' : String(people);
}

/** Tells one audience from another. */
export function audienceKey({ kind, assignmentId }: Pick<AudienceView, 'kind' | 'assignmentId'>): string {
  return `${kind}:${assignmentId ?? ''}`;
}
