import { declarableConflictKind } from '@convoke/contract';
import { deadlineTwice } from '@convoke/texts';
import type { PageContext } from '../platform/http/pages/page-context';
import { Choice, Note } from '../platform/http/pages/form';
import type { Invitation } from './invitation.service';

interface ViewProps {
  context: PageContext;
  invitation: Invitation;
  token: string;
}

/** The invitation with its answers, or what became of it. */
export function invitationView(props: ViewProps) {
  const { context, invitation } = props;
  const { t } = context;
  return (
    <div class="invitation">
      <p class="cv-muted">{invitation.callName}</p>
      <h1>{t('assignments.link.heading', { number: invitation.number })}</h1>
      <Status {...props} />
      <Facts {...props} />
      {invitation.title ? (
        <section class="paper" aria-labelledby="paper-title">
          <h2 id="paper-title">{invitation.title}</h2>
          {paragraphs(invitation.abstract ?? '').map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ) : null}
      {invitation.open ? <Answers {...props} /> : null}
    </div>
  );
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
}

function Facts({ context, invitation }: ViewProps) {
  const { t, locale } = context;
  const zone = context.viewer?.timeZone ?? (invitation.hasPassword ? invitation.timeZone : undefined);
  const due = invitation.due ? deadlineTwice(invitation.due, locale, zone ?? invitation.due.zone) : null;
  return (
    <dl class="facts-list">
      <div>
        <dt>{t('assignments.link.due')}</dt>
        <dd>
          {due ? (zone ? due.reader : due.call) : t('assignments.link.noDate')}
          {due && zone ? <span class="cv-muted cv-small"> ({due.call})</span> : null}
        </dd>
      </div>
      {invitation.pages ? (
        <div>
          <dt>{t('assignments.link.length')}</dt>
          <dd>{t('assignments.link.pages', { pages: invitation.pages })}</dd>
        </div>
      ) : null}
      {invitation.handler ? (
        <div>
          <dt>{t('assignments.link.handler')}</dt>
          <dd>{invitation.handler}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Status({ context, invitation, token }: ViewProps) {
  const { t, viewer } = context;
  if (invitation.open) return <p class="lead">{t('assignments.link.lead', { name: invitation.reviewerName })}</p>;
  const { state } = invitation;
  if (state === 'accepted' || state === 'completed') {
    const path = `/app/c/${invitation.callSlug}/r/${invitation.assignmentId}`;
    return (
      <div>
        <Note kind="ok">{t('assignments.link.accepted')}</Note>
        {invitation.hasPassword || viewer?.personId === invitation.reviewerId ? (
          <p>
            <a
              class="cv-button"
              data-look="main"
              data-size="big"
              href={viewer ? path : `/sign-in?next=${encodeURIComponent(path)}`}
            >
              {t(viewer ? 'assignments.link.open' : 'assignments.link.signIn')}
            </a>
          </p>
        ) : (
          <form method="post" action={`/r/${encodeURIComponent(token)}/password`}>
            <p>{t('assignments.link.passwordLead')}</p>
            <button class="cv-button" data-look="main" data-size="big">
              {t('assignments.link.password')}
            </button>
          </form>
        )}
      </div>
    );
  }
  return <Note kind="calm">{t(closedText(invitation), { call: invitation.callName })}</Note>;
}

function closedText({ state, expired, declared }: Invitation) {
  if (state === 'declined') return 'assignments.link.declined';
  // what a chair or the machine found is not told: the words are those of any other end
  if (state === 'revoked_conflict' && declared) return 'assignments.link.conflicted';
  if (expired) return 'assignments.link.expired';
  return 'assignments.link.closed';
}

function Answers({ context, invitation, token }: ViewProps) {
  const { t, viewer } = context;
  const action = `/r/${encodeURIComponent(token)}`;
  const other = viewer !== undefined && viewer.personId !== invitation.reviewerId;
  return (
    <section class="answers" aria-label={t('assignments.link.answers')}>
      {other ? (
        <Note kind="warn">{t('assignments.link.other', { me: viewer.name, name: invitation.reviewerName })}</Note>
      ) : null}
      <form method="post" action={action}>
        <button class="cv-button" data-look="main" data-size="big" name="answer" value="accept">
          {t('assignments.link.accept')}
        </button>
      </form>
      <details>
        <summary>{t('assignments.link.decline')}</summary>
        <form method="post" action={action}>
          <div class="field">
            <label for="reason">{t('assignments.link.reason')}</label>
            <textarea class="cv-input" id="reason" name="reason" rows={2} maxLength={2000} />
          </div>
          <div class="field">
            <label for="suggestion">{t('assignments.link.suggestion')}</label>
            <input class="cv-input" id="suggestion" name="suggestion" maxLength={500} />
          </div>
          <button class="cv-button" name="answer" value="decline">
            {t('assignments.link.declineNow')}
          </button>
        </form>
      </details>
      <details>
        <summary>{t('assignments.link.conflict')}</summary>
        <form method="post" action={action}>
          <p class="hint">{t('assignments.link.conflictHint')}</p>
          <Choice
            name="kind"
            label={t('conflicts.kind')}
            value="other"
            options={declarableConflictKind.options.map((kind) => [kind, t(`submission.conflict.${kind}`)] as const)}
          />
          <div class="field">
            <label for="conflict-reason">{t('assignments.link.conflictReason')}</label>
            <input class="cv-input" id="conflict-reason" name="reason" maxLength={500} />
          </div>
          <button class="cv-button" name="answer" value="conflict">
            {t('assignments.link.conflictNow')}
          </button>
        </form>
      </details>
    </section>
  );
}
