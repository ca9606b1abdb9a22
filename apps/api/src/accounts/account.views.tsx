import type { MeView, OwnAddress, RelationsView } from '@convoke/contract';
import { ago, localeNames, type Locale, type Translate } from '@convoke/texts';
import { Choice, ErrorSummary, Field, Lines, Note } from '../platform/http/pages/form';
import type { InputError } from '../platform/http/parse-input';
import type { OwnSession } from '../platform/session/sessions.service';
import { browserName } from './browser-name';
import type { FormFields } from './forms';

export type AccountNote = 'saved' | 'mailSent' | 'verified';

interface AccountProps {
  t: Translate;
  locale: Locale;
  me: MeView;
  relations: RelationsView;
  sessions: readonly OwnSession[];
  /** The address is there once, in the answer that made it. */
  calendar: { since: Date | null; address: string | null };
  wantsReminders: boolean;
  now: Date;
  note: AccountNote | null;
  fields: FormFields;
  errors: readonly InputError[];
}

/** The whole page of one's account. */
export function AccountView(props: AccountProps) {
  const { t, note, errors } = props;
  return (
    <div class="narrow account">
      <h1>{t('account.page.title')}</h1>
      {note ? <Note kind="ok">{t(note === 'verified' ? 'account.page.verified' : `account.page.${note}`)}</Note> : null}
      <ErrorSummary title={t('account.error.summary')} errors={errors} />
      <ProfileForm {...props} />
      <RelationsForm {...props} />
      <AddressList {...props} />
      <Reminders {...props} />
      <CalendarAddress {...props} />
      <PasswordForm {...props} />
      <SessionList {...props} />
    </div>
  );
}

function ProfileForm({ t, me, fields, errors }: AccountProps) {
  const { person } = me;
  const value = (name: 'givenName' | 'familyName' | 'affiliation' | 'timeZone') => ({
    name,
    value: fields[name] ?? person[name],
    errors,
  });
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{t('account.page.profile')}</h2>
      <form method="post" action="/account/profile">
        <input type="hidden" name="version" value={person.version} />
        <Field
          {...value('givenName')}
          label={t('account.field.givenName')}
          autocomplete="given-name"
          required={false}
        />
        <Field {...value('familyName')} label={t('account.field.familyName')} autocomplete="family-name" />
        <Field
          {...value('affiliation')}
          label={t('account.field.affiliation')}
          autocomplete="organization"
          required={false}
        />
        <Choice
          name="locale"
          label={t('account.field.locale')}
          value={fields['locale'] ?? person.locale}
          options={Object.entries(localeNames)}
        />
        <Field {...value('timeZone')} label={t('account.field.timeZone')} hint={t('account.field.timeZoneHint')} />
        <button class="cv-button" data-look="main">
          {t('account.page.save')}
        </button>
      </form>
    </section>
  );
}

/** Whom one should be kept apart from: read by the comparison of committees and papers alone. */
function RelationsForm({ t, relations, fields, errors }: AccountProps) {
  const lines = (name: 'advisors' | 'collaborators' | 'institutions') => (
    <Lines
      name={name}
      label={t(`account.relations.${name}`)}
      hint={t(`account.relations.${name}Hint`)}
      value={fields[name] ?? relations[name].join('\n')}
      errors={errors}
    />
  );
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{t('account.relations.title')}</h2>
      <p class="hint">{t('account.relations.lead')}</p>
      <form method="post" action="/account/relations">
        <input type="hidden" name="version" value={fields['relationsVersion'] ?? relations.version} />
        {lines('advisors')}
        {lines('collaborators')}
        {lines('institutions')}
        <button class="cv-button">{t('account.relations.save')}</button>
      </form>
    </section>
  );
}

function AddressList({ t, me, fields, errors }: AccountProps) {
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses">{t('account.page.addresses')}</h2>
      <p class="hint">{t('account.page.addressesLead')}</p>
      <ul class="rows">
        {me.person.addresses.map((one) => (
          <AddressRow key={one.id} t={t} one={one} />
        ))}
      </ul>
      <form method="post" action="/account/addresses">
        <Field
          name="address"
          label={t('account.page.addLabel')}
          type="email"
          value={fields['address'] ?? ''}
          errors={errors}
          autocomplete="off"
        />
        <button class="cv-button">{t('account.page.add')}</button>
      </form>
    </section>
  );
}

function AddressRow({ t, one }: { t: Translate; one: OwnAddress }) {
  const act = (name: string, words: string, short: string) => (
    <form method="post" action={`/account/addresses/${one.id}/${name}`}>
      <button class="cv-button" data-size="small" aria-label={words}>
        {short}
      </button>
    </form>
  );
  const { address } = one;
  return (
    <li>
      <div>
        <strong>{address}</strong>
        <span class="cv-muted cv-small">
          {t(one.verified ? 'account.page.verified' : 'account.page.unverified')}
          {one.primary ? ` · ${t('account.page.primary')}` : ''}
        </span>
      </div>
      <div class="acts">
        {one.verified
          ? null
          : act('verification', t('account.page.resend', { address }), t('account.page.resendShort'))}
        {one.verified && !one.primary
          ? act('primary', t('account.page.makePrimary', { address }), t('account.page.makePrimaryShort'))
          : null}
        {one.primary ? null : act('remove', t('account.page.remove', { address }), t('account.page.removeShort'))}
      </div>
    </li>
  );
}

/** Reminders by mail, which one may do without. */
function Reminders({ t, wantsReminders }: AccountProps) {
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('account.reminders.title')}</h2>
      <p class="hint">{t(wantsReminders ? 'account.reminders.on' : 'account.reminders.off')}</p>
      <form method="post" action="/account/reminders">
        <button class="cv-button" name="wants" value={wantsReminders ? 'no' : 'yes'}>
          {t(wantsReminders ? 'account.reminders.turnOff' : 'account.reminders.turnOn')}
        </button>
      </form>
    </section>
  );
}

/** The secret address of one's own dates: made, replaced, ended. */
function CalendarAddress({ t, locale, calendar, now }: AccountProps) {
  const { since, address } = calendar;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('account.calendar.title')}</h2>
      <p class="hint">{t('account.calendar.lead')}</p>
      {address ? (
        <div class="field" role="status">
          <label for="calendar-address">{t('account.calendar.address')}</label>
          <input class="cv-input" id="calendar-address" type="url" readonly value={address} />
          <p class="hint">{t('account.calendar.once')}</p>
        </div>
      ) : null}
      {since && !address ? <p>{t('account.calendar.since', { when: ago(since, now, locale) })}</p> : null}
      <form method="post" action="/account/calendar#calendar">
        <button class="cv-button">{t(since ? 'account.calendar.renew' : 'account.calendar.make')}</button>
      </form>
      {since ? (
        <form method="post" action="/account/calendar/end">
          <button class="cv-button" data-look="low">
            {t('account.calendar.end')}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function PasswordForm({ t, me, errors }: AccountProps) {
  const primary = me.person.addresses.find((one) => one.primary);
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t('account.page.password')}</h2>
      <p class="hint">{t('account.page.passwordLead')}</p>
      <form method="post" action="/account/password">
        <input type="hidden" name="username" value={primary?.address ?? ''} autocomplete="username" />
        <Field
          name="current"
          label={t('account.field.currentPassword')}
          type="password"
          autocomplete="current-password"
          errors={errors}
          required={false}
        />
        <Field
          name="next"
          label={t('account.field.newPassword')}
          hint={t('account.field.passwordHint')}
          type="password"
          autocomplete="new-password"
          errors={errors}
        />
        <button class="cv-button">{t('account.page.changePassword')}</button>
      </form>
    </section>
  );
}

function SessionList({ t, locale, sessions, now }: AccountProps) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('account.page.sessions')}</h2>
      <ul class="rows">
        {sessions.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{browserName(one.userAgent) ?? t('account.page.unknownBrowser')}</strong>
              <span class="cv-muted cv-small">
                {one.current
                  ? t('account.page.thisSession')
                  : t('account.page.lastSeen', { when: ago(one.lastSeenAt, now, locale) })}
              </span>
            </div>
            {one.current ? null : (
              <form method="post" action="/account/sessions/end">
                <button class="cv-button" data-size="small" name="session" value={one.id}>
                  {t('account.page.endSession')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action="/account/sessions/end">
          <button class="cv-button" name="session" value="others">
            {t('account.page.endOthers')}
          </button>
        </form>
      ) : null}
    </section>
  );
}
