import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { Page } from '../platform/http/endpoint';
import { page, type PageResult } from '../platform/http/pages/page';
import { MailboxPage } from './mailbox.page';
import { MailboxService } from './mailbox.service';

const asked = z.object({ to: z.string().trim().max(200).catch(''), open: z.uuid().optional().catch(undefined) });

@Controller()
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  @Page('GET', '/mailbox', 'public')
  async show(@Query() query: Record<string, unknown>): Promise<PageResult> {
    const { to, open } = asked.parse(query);
    const view = await this.mailbox.look(to, open);
    return page({
      title: view.open?.subject ?? 'Mailbox',
      noIndex: true,
      body: (context) => <MailboxPage view={view} to={to} context={context} />,
    });
  }
}
