import { Body, Controller, Param, Req } from '@nestjs/common';
import { Page } from '../platform/http/endpoint';
import { ErrorSummary, Field } from '../platform/http/pages/form';
import { page, seeOther, type PageResult, type SeeOther } from '../platform/http/pages/page';
import { RateLimits } from '../platform/rate-limits';
import type { Request } from 'express';
import { Addresses, type Claim } from './addresses.service';
import { fieldsOf } from './forms';

/**
 * Links that confirm an address. Looking changes nothing (mail scanners look at every link); the button does. The address must not
 * vouch for an account that somebody else made with it, so the button works only in a browser signed in to that account, or with
 * its password. Joining into the owner's account needs neither: it takes from the newcomer and gives to the owner of the mailbox.
 */
@Controller()
export class VerifyController {
  constructor(
    private readonly addresses: Addresses,
    private readonly limits: RateLimits,
  ) {}

  @Page('GET', '/verify/:token', 'public')
  async look(@Param('token') token: string, @Req() req: Request): Promise<PageResult> {
    const claim = await this.addresses.claimOf(token);
    return verifyPage(token, claim, needsPassword(req, claim), false);
  }

  @Page('POST', '/verify/:token', 'public')
  async confirm(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() req: Request,
  ): Promise<PageResult | SeeOther> {
    await this.limits.spend('linkByIp', req.ip ?? '');
    const claim = await this.addresses.claimOf(token);
    const locked = needsPassword(req, claim);
    if (locked && !(await this.addresses.knowsPassword(claim, fieldsOf(body, ['password'])['password'] ?? ''))) {
      return verifyPage(token, claim, true, true);
    }
    const proof = await this.addresses.verify(token);
    if (req.viewer?.personId === proof.personId) return seeOther('/account?note=verified');
    return seeOther(`/sign-in?note=${proof.outcome}`);
  }
}

function needsPassword(req: Request, claim: Claim): boolean {
  return !claim.joins && req.viewer?.personId !== claim.personId;
}

function verifyPage(token: string, claim: Claim, locked: boolean, failed: boolean): PageResult {
  const { name, address, joins } = claim;
  return page({
    titleKey: joins ? 'account.verify.joinTitle' : 'account.verify.title',
    noIndex: true,
    status: failed ? 422 : 200,
    body: ({ t }) => {
      const errors = failed ? [{ path: 'password', message: t('account.error.current') }] : [];
      return (
        <div class="narrow">
          <h1>{t(joins ? 'account.verify.joinTitle' : 'account.verify.title')}</h1>
          <p class="lead">{t(joins ? 'account.verify.joinLead' : 'account.verify.lead', { name, address })}</p>
          <p class="hint">{t('account.verify.warn')}</p>
          <ErrorSummary title={t('account.error.summary')} errors={errors} />
          <form method="post" action={`/verify/${encodeURIComponent(token)}`}>
            {locked ? (
              <Field
                name="password"
                label={t('account.field.password')}
                hint={t('account.verify.password')}
                type="password"
                autocomplete="current-password"
                errors={errors}
              />
            ) : null}
            <button class="cv-button" data-look="main" data-size="big">
              {t(joins ? 'account.verify.joinSubmit' : 'account.verify.submit')}
            </button>
          </form>
        </div>
      );
    },
  });
}
