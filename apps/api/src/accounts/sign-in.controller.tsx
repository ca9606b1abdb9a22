import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { translator } from '@convoke/texts';
import type { Request, Response } from 'express';
import { Config } from '../platform/config';
import { Page } from '../platform/http/endpoint';
import { page, seeOther, type PageResult, type SeeOther } from '../platform/http/pages/page';
import { localeOf } from '../platform/http/pages/page-context';
import { safePath } from '../platform/http/safe-path';
import { RateLimits } from '../platform/rate-limits';
import { Sessions } from '../platform/session/sessions.service';
import { Accounts } from './accounts.service';
import { DemoPeople } from './demo-people';
import { addressForm, checkForm, fieldsOf, passwordForm, personFields, personForm, type FormFields } from './forms';
import { OneTimeLinks } from './one-time-links';
import { authenticate } from './password.strategy';
import { PersonFormView, ResetPasswordView, ResetRequestView, ResetSentView, SignInView } from './sign-in.views';

type Answer = PageResult | SeeOther;

/** Coming in and going out, as pages that work without scripts. */
@Controller()
export class SignInController {
  constructor(
    private readonly accounts: Accounts,
    private readonly demoPeople: DemoPeople,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly links: OneTimeLinks,
    private readonly config: Config,
  ) {}

  @Page('GET', '/sign-in', 'public')
  async signInPage(@Req() req: Request, @Query('next') next: unknown, @Query('note') note: unknown): Promise<Answer> {
    // In the demo one changes from person to person without signing out first.
    if (req.viewer && !this.config.demo) return seeOther(landing(next));
    return this.signInView({
      address: '',
      next: landing(next),
      failed: false,
      note: note === 'joined' || note === 'verified' ? note : null,
    });
  }

  @Page('POST', '/sign-in', 'public')
  async signIn(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Answer> {
    const { address = '', next } = fieldsOf(body, ['address', 'next']);
    await this.limits.spend('signInByAddress', address);
    await this.limits.spend('signInByIp', req.ip ?? '');
    const personId = await authenticate(req, res);
    if (!personId) return this.signInView({ address, next: landing(next), failed: true, note: null });
    await this.limits.forget('signInByAddress', address);
    await this.limits.forget('signInByIp', req.ip ?? '');
    this.sessions.setCookie(res, await this.accounts.signIn(personId, req));
    return seeOther(landing(next));
  }

  /** One click in the demo; elsewhere the route does not exist. */
  @Page('POST', '/sign-in/demo', 'public')
  async signInDemo(
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Answer> {
    const { person = '', next } = fieldsOf(body, ['person', 'next']);
    if (!this.config.demo || !(await this.demoPeople.has(person))) throw new Refusal('not_found');
    this.sessions.setCookie(res, await this.accounts.signIn(person, req));
    return seeOther(landing(next));
  }

  @Page('POST', '/sign-out', 'public')
  async signOut(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<SeeOther> {
    await this.accounts.signOut(req);
    this.sessions.clearCookie(res);
    return seeOther('/');
  }

  @Page('GET', '/sign-up', 'public')
  signUpPage(@Req() req: Request, @Query('next') next: unknown): Answer {
    return req.viewer ? seeOther(landing(next)) : personPage('signUp', '/sign-up', { next: landing(next) }, []);
  }

  @Page('POST', '/sign-up', 'public')
  async signUp(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Answer> {
    const fields = fieldsOf(body, [...personFields, 'next']);
    const form = checkForm(personForm, fields, translator(localeOf(req)).t);
    if (form.errors) return personPage('signUp', '/sign-up', fields, form.errors);
    this.sessions.setCookie(res, await this.accounts.signUp({ ...form.data, locale: localeOf(req) }, req));
    return seeOther(landing(fields['next']));
  }

  @Page('GET', '/reset', 'public')
  resetPage(): Answer {
    return resetRequestPage({ address: '' }, []);
  }

  @Page('POST', '/reset', 'public')
  async requestReset(@Body() body: unknown, @Req() req: Request): Promise<Answer> {
    const fields = fieldsOf(body, ['address']);
    const form = checkForm(addressForm, fields, translator(localeOf(req)).t);
    if (form.errors) return resetRequestPage(fields, form.errors);
    await this.accounts.requestReset(form.data.address, req);
    return page({
      titleKey: 'account.reset.sentTitle',
      noIndex: true,
      body: (context) => <ResetSentView t={context.t} address={form.data.address} />,
    });
  }

  @Page('GET', '/reset/:token', 'public')
  async choosePasswordPage(@Param('token') token: string, @Query('next') next: unknown): Promise<Answer> {
    await this.links.look('reset', token);
    return choosePasswordPage(token, landing(next), []);
  }

  @Page('POST', '/reset/:token', 'public')
  async choosePassword(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Answer> {
    const { next, ...fields } = fieldsOf(body, ['password', 'next']);
    const form = checkForm(passwordForm, fields, translator(localeOf(req)).t);
    if (form.errors) return choosePasswordPage(token, landing(next), form.errors);
    this.sessions.setCookie(res, await this.accounts.resetPassword(token, form.data.password, req));
    return seeOther(landing(next));
  }

  @Page('GET', '/set-up/:token', 'public')
  async setUpPage(@Param('token') token: string): Promise<Answer> {
    await this.links.look('set_up', token);
    return personPage('setUp', `/set-up/${token}`, {}, []);
  }

  @Page('POST', '/set-up/:token', 'public')
  async setUp(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Answer> {
    const fields = fieldsOf(body, personFields);
    const form = checkForm(personForm, fields, translator(localeOf(req)).t);
    if (form.errors) return personPage('setUp', `/set-up/${token}`, fields, form.errors);
    this.sessions.setCookie(res, await this.accounts.setUp(token, { ...form.data, locale: localeOf(req) }, req));
    return seeOther('/app/');
  }

  private async signInView(state: {
    address: string;
    next: string;
    failed: boolean;
    note: 'joined' | 'verified' | null;
  }): Promise<PageResult> {
    const people = this.config.demo ? await this.demoPeople.list() : [];
    return page({
      titleKey: 'account.signIn.title',
      noIndex: true,
      status: state.failed ? 401 : 200,
      body: ({ t }) => <SignInView t={t} {...state} people={people} />,
    });
  }
}

/** Where a signed-in person goes: the page they came for, or their work. */
function landing(next: unknown): string {
  const path = safePath(next);
  return path === '/' ? '/app/' : path;
}

type FieldErrors = Parameters<typeof PersonFormView>[0]['errors'];

function personPage(which: 'signUp' | 'setUp', action: string, fields: FormFields, errors: FieldErrors): PageResult {
  return page({
    titleKey: `account.${which}.title`,
    noIndex: true,
    status: errors.length > 0 ? 422 : 200,
    body: ({ t }) => <PersonFormView t={t} which={which} action={action} fields={fields} errors={errors} />,
  });
}

function resetRequestPage(fields: FormFields, errors: FieldErrors): PageResult {
  return page({
    titleKey: 'account.reset.title',
    noIndex: true,
    status: errors.length > 0 ? 422 : 200,
    body: ({ t }) => <ResetRequestView t={t} fields={fields} errors={errors} />,
  });
}

function choosePasswordPage(token: string, next: string, errors: FieldErrors): PageResult {
  return page({
    titleKey: 'account.reset.choose',
    noIndex: true,
    status: errors.length > 0 ? 422 : 200,
    body: ({ t }) => (
      <ResetPasswordView t={t} action={`/reset/${encodeURIComponent(token)}`} next={next} errors={errors} />
    ),
  });
}
