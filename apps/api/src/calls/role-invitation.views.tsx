import { longDate } from '@convoke/texts';
import { Note } from '../platform/http/pages/form';
import type { PageContext } from '../platform/http/pages/page-context';
import type { OfferedRole } from './role-answers.service';

interface ViewProps {
  context: PageContext;
  offer: OfferedRole;
  token: string;
}

/** The office that is offered with its answers, or what became of the invitation. */
export function roleInvitationView(props: ViewProps) {
  const { context, offer } = props;
  const { t } = context;
  return (
    <div class="invitation">
      <p class="cv-muted">{offer.callName}</p>
      <h1>{t('committee.link.heading', { role: t(`committee.office.${offer.role}`) })}</h1>
      {offer.state === 'pending' ? <Offer {...props} /> : <Outcome {...props} />}
    </div>
  );
}

function Offer(props: ViewProps) {
  const { t, locale, viewer } = props.context;
  const { offer } = props;
  const facts = { name: offer.name || offer.address, call: offer.callName, role: t(`committee.office.${offer.role}`) };
  const lead = offer.trackName
    ? t('committee.link.leadTrack', { ...facts, track: offer.trackName })
    : t('committee.link.lead', facts);
  return (
    <div>
      <p class="lead">{lead}</p>
      <p>{t(`committee.link.does.${offer.role}`)}</p>
      <dl class="facts-list">
        {offer.asker ? (
          <div>
            <dt>{t('committee.link.asker')}</dt>
            <dd>{offer.asker}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('committee.link.until')}</dt>
          <dd>{longDate(offer.expiresAt, viewer?.timeZone ?? 'UTC', locale)}</dd>
        </div>
      </dl>
      {offer.callPublic ? (
        <p>
          <a href={`/c/${offer.callSlug}`}>{t('committee.link.about')}</a>
        </p>
      ) : null}
      <Answers {...props} />
    </div>
  );
}

function Answers({ context, offer, token }: ViewProps) {
  const { t } = context;
  const action = `/i/${encodeURIComponent(token)}`;
  return (
    <section class="answers" aria-label={t('committee.link.answers')}>
      <Accept context={context} offer={offer} token={token} />
      <details>
        <summary>{t('committee.link.decline')}</summary>
        <form method="post" action={action}>
          <div class="field">
            <label for="reason">{t('committee.link.reason')}</label>
            <textarea class="cv-input" id="reason" name="reason" rows={2} maxLength={2000} />
          </div>
          <button class="cv-button" name="answer" value="decline">
            {t('committee.link.declineNow')}
          </button>
        </form>
      </details>
    </section>
  );
}

/** One button, or two where somebody else than the addressee is signed in. */
function Accept({ context, offer, token }: ViewProps) {
  const { t, viewer } = context;
  const action = `/i/${encodeURIComponent(token)}`;
  const other = viewer !== undefined && viewer.personId !== offer.ownerId;
  return (
    <div class="choices">
      {other ? <Note kind="warn">{t('committee.link.which', { me: viewer.name, address: offer.address })}</Note> : null}
      {other ? (
        <form method="post" action={action}>
          <input type="hidden" name="as" value="me" />
          <button class="cv-button" data-look="main" data-size="big" name="answer" value="accept">
            {t('committee.link.acceptAs', { name: viewer.name })}
          </button>
        </form>
      ) : null}
      <form method="post" action={action}>
        <input type="hidden" name="as" value="addressee" />
        <button class="cv-button" data-size="big" data-look={other ? undefined : 'main'} name="answer" value="accept">
          {other ? t('committee.link.acceptAsAddressee', { address: offer.address }) : t('committee.link.accept')}
        </button>
      </form>
    </div>
  );
}

function Outcome({ context, offer, token }: ViewProps) {
  const { t, viewer } = context;
  const call = offer.callName;
  if (offer.state !== 'accepted') {
    const said = offer.state === 'declined' || offer.state === 'withdrawn' ? offer.state : 'expired';
    return <Note kind="calm">{t(`committee.link.${said}`, { call })}</Note>;
  }
  const path = `/app/c/${offer.callSlug}`;
  const isMe = viewer !== undefined && viewer.personId === offer.personId;
  return (
    <div>
      <Note kind="ok">{t('committee.link.accepted', { role: t(`committee.office.${offer.role}`), call })}</Note>
      {offer.hasPassword || isMe ? (
        <p>
          <a
            class="cv-button"
            data-look="main"
            data-size="big"
            href={isMe ? path : `/sign-in?next=${encodeURIComponent(path)}`}
          >
            {isMe ? t('committee.link.open', { call }) : t('committee.link.signIn')}
          </a>
        </p>
      ) : (
        <form method="post" action={`/i/${encodeURIComponent(token)}/password`}>
          <p>{t('committee.link.passwordLead')}</p>
          <button class="cv-button" data-look="main" data-size="big">
            {t('committee.link.password')}
          </button>
        </form>
      )}
    </div>
  );
}
