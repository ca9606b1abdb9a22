import { callRole, type CallRole } from '@convoke/contract';
import type { Translate } from '@convoke/texts';
import type { InputError } from '../platform/http/parse-input';
import { ErrorSummary, Field, Note } from '../platform/http/pages/form';
import type { DemoPerson } from './demo-people';
import type { FormFields } from './forms';

interface SignInProps {
  t: Translate;
  address: string;
  next: string;
  failed: boolean;
  note: 'joined' | 'verified' | null;
  people: readonly DemoPerson[];
}

export function SignInView({ t, address, next, failed, note, people }: SignInProps) {
  return (
    <div class={people.length > 0 ? 'sign-in with-demo' : 'sign-in'}>
      <div class="narrow">
        <h1>{t('account.signIn.title')}</h1>
        {failed ? <Note kind="error">{t('account.signIn.wrong')}</Note> : null}
        {note ? <Note kind="ok">{t(`account.signIn.${note}`)}</Note> : null}
        <form method="post" action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <Field
            name="address"
            label={t('account.field.address')}
            type="email"
            value={address}
            autocomplete="username"
          />
          <Field name="password" label={t('account.field.password')} type="password" autocomplete="current-password" />
          <button class="cv-button" data-look="main" data-size="big">
            {t('account.signIn.submit')}
          </button>
        </form>
        <p class="below">
          <a href="/reset">{t('account.signIn.forgot')}</a>
        </p>
        <p class="below">
          {t('account.signIn.new')}{' '}
          <a href={`/sign-up?next=${encodeURIComponent(next)}`}>{t('account.signIn.create')}</a>
        </p>
      </div>
      {people.length > 0 ? <DemoList t={t} next={next} people={people} /> : null}
    </div>
  );
}

function DemoList({ t, next, people }: Pick<SignInProps, 't' | 'next' | 'people'>) {
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{t('account.demo.title')}</h2>
      <p class="hint">{t('account.demo.lead')}</p>
      <ul class="people">
        {people.map((person) => (
          <li key={person.id}>
            <form method="post" action="/sign-in/demo">
              <input type="hidden" name="person" value={person.id} />
              <input type="hidden" name="next" value={next} />
              <div>
                <strong>{person.name}</strong>
                <span class="cv-muted cv-small">{partsOf(person, t)}</span>
              </div>
              <button
                class="cv-button"
                data-size="small"
                aria-label={t('account.demo.signInAs', { name: person.name })}
              >
                {t('account.signIn.submit')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function partsOf(person: DemoPerson, t: Translate): string {
  const parts = person.parts.flatMap(({ role, call }) =>
    isRole(role) ? [t(`account.demo.role.${role}`, { call })] : [],
  );
  const words = [...(person.isAdmin ? [t('account.demo.role.admin')] : []), ...parts];
  return words.length > 0 ? words.slice(0, 3).join(' · ') : t('account.demo.role.none');
}

function isRole(role: string): role is CallRole {
  return callRole.options.some((one) => one === role);
}

interface FormProps {
  t: Translate;
  fields: FormFields;
  errors: readonly InputError[];
}

/** Name, affiliation, address and password: to sign up, and to set the instance up. */
export function PersonFormView({
  t,
  which,
  action,
  fields,
  errors,
}: FormProps & { which: 'signUp' | 'setUp'; action: string }) {
  const next = fields['next'] ?? '';
  const value = (name: string) => ({ name, value: fields[name] ?? '', errors });
  return (
    <div class="narrow">
      <h1>{t(`account.${which}.title`)}</h1>
      <p class="lead">{t(`account.${which}.lead`)}</p>
      <ErrorSummary title={t('account.error.summary')} errors={errors} />
      <form method="post" action={action}>
        {next ? <input type="hidden" name="next" value={next} /> : null}
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
          hint={t('account.field.affiliationHint')}
          autocomplete="organization"
          required={false}
        />
        <Field {...value('address')} label={t('account.field.address')} type="email" autocomplete="email" />
        <Field
          {...value('password')}
          label={t('account.field.password')}
          hint={t('account.field.passwordHint')}
          type="password"
          autocomplete="new-password"
        />
        <button class="cv-button" data-look="main" data-size="big">
          {t(`account.${which}.submit`)}
        </button>
      </form>
      {which === 'signUp' ? (
        <p class="below">
          {t('account.signUp.have')}{' '}
          <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('account.signIn.title')}</a>
        </p>
      ) : null}
    </div>
  );
}

export function ResetRequestView({ t, fields, errors }: FormProps) {
  return (
    <div class="narrow">
      <h1>{t('account.reset.title')}</h1>
      <p class="lead">{t('account.reset.lead')}</p>
      <ErrorSummary title={t('account.error.summary')} errors={errors} />
      <form method="post" action="/reset">
        <Field
          name="address"
          label={t('account.field.address')}
          type="email"
          autocomplete="username"
          value={fields['address'] ?? ''}
          errors={errors}
        />
        <button class="cv-button" data-look="main" data-size="big">
          {t('account.reset.submit')}
        </button>
      </form>
    </div>
  );
}

export function ResetSentView({ t, address }: { t: Translate; address: string }) {
  return (
    <div class="narrow">
      <h1>{t('account.reset.sentTitle')}</h1>
      <p class="lead">{t('account.reset.sent', { address })}</p>
      <p>
        <a class="cv-button" href="/sign-in">
          {t('account.signIn.title')}
        </a>
      </p>
    </div>
  );
}

export function ResetPasswordView({
  t,
  action,
  next,
  errors,
}: {
  t: Translate;
  action: string;
  next: string;
  errors: readonly InputError[];
}) {
  return (
    <div class="narrow">
      <h1>{t('account.reset.choose')}</h1>
      <p class="lead">{t('account.reset.chooseLead')}</p>
      <ErrorSummary title={t('account.error.summary')} errors={errors} />
      <form method="post" action={action}>
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <Field
          name="password"
          label={t('account.field.newPassword')}
          hint={t('account.field.passwordHint')}
          type="password"
          autocomplete="new-password"
          errors={errors}
        />
        <button class="cv-button" data-look="main" data-size="big">
          {t('account.reset.save')}
        </button>
      </form>
    </div>
  );
}
