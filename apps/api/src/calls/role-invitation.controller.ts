import { Body, Controller, Param, Req } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import * as z from 'zod';
import { CurrentViewer, Page } from '../platform/http/endpoint';
import { page, seeOther, type PageResult, type SeeOther } from '../platform/http/pages/page';
import { RateLimits } from '../platform/rate-limits';
import type { Viewer } from '../platform/session/viewer';
import { RoleAnswers } from './role-answers.service';
import { roleInvitationView } from './role-invitation.views';

const answerForm = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accept'), as: z.enum(['addressee', 'me']) }),
  z.strictObject({ answer: z.literal('decline'), reason: z.string().trim().max(2000).default('') }),
]);

/** The page behind the link of an invitation to an office; it works without scripts and without an account. */
@Controller()
export class RoleInvitationController {
  constructor(
    private readonly answers: RoleAnswers,
    private readonly limits: RateLimits,
  ) {}

  @Page('GET', '/i/:token', 'public')
  async look(@Param('token') token: string): Promise<PageResult> {
    const offer = await this.answers.look(token);
    return page({
      titleKey: 'committee.link.title',
      noIndex: true,
      body: (context) => roleInvitationView({ context, offer, token }),
    });
  }

  @Page('POST', '/i/:token', 'public')
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() req: Request,
    @CurrentViewer() viewer: Viewer | undefined,
  ): Promise<SeeOther> {
    await this.limits.spend('linkByIp', req.ip ?? '');
    const answer = answerForm.safeParse(body);
    if (!answer.success) throw new Refusal('invalid_body');
    await this.answers.answer(token, answer.data, viewer);
    return seeOther(`/i/${encodeURIComponent(token)}`);
  }

  @Page('POST', '/i/:token/password', 'public')
  async choosePassword(@Param('token') token: string, @Req() req: Request): Promise<SeeOther> {
    await this.limits.spend('linkByIp', req.ip ?? '');
    return seeOther(await this.answers.passwordLink(token));
  }
}
