import { Body, Controller, Param, Req } from '@nestjs/common';
import { answerAssignment } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import { Page } from '../platform/http/endpoint';
import { page, seeOther, type PageResult, type SeeOther } from '../platform/http/pages/page';
import { RateLimits } from '../platform/rate-limits';
import { Invitations } from './invitation.service';
import { invitationView } from './invitation.views';

/** The page behind the link of an invitation to review; it works without scripts and without an account. */
@Controller()
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly limits: RateLimits,
  ) {}

  @Page('GET', '/r/:token', 'public')
  async look(@Param('token') token: string): Promise<PageResult> {
    const invitation = await this.invitations.look(token);
    return page({
      titleKey: 'assignments.link.title',
      noIndex: true,
      body: (context) => invitationView({ context, invitation, token }),
    });
  }

  @Page('POST', '/r/:token', 'public')
  async answer(@Param('token') token: string, @Body() body: unknown, @Req() req: Request): Promise<SeeOther> {
    await this.limits.spend('linkByIp', req.ip ?? '');
    const answer = answerAssignment.safeParse(body);
    if (!answer.success) throw new Refusal('invalid_body');
    await this.invitations.answer(token, answer.data);
    return seeOther(`/r/${encodeURIComponent(token)}`);
  }

  @Page('POST', '/r/:token/password', 'public')
  async choosePassword(@Param('token') token: string, @Req() req: Request): Promise<SeeOther> {
    await this.limits.spend('linkByIp', req.ip ?? '');
    return seeOther(await this.invitations.passwordLink(token));
  }
}
