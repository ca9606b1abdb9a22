import { Controller } from '@nestjs/common';
import { notificationsApi as api, type InputOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { CallMailService } from './call-mail.service';

@Controller()
export class CallMailController {
  constructor(private readonly mail: CallMailService) {}

  @Endpoint(api.outbox, 'access')
  page(@Input(api.outbox) input: InputOf<typeof api.outbox>, @CurrentViewer() viewer: Viewer) {
    return this.mail.page(viewer, input);
  }

  @Endpoint(api.letter, 'access')
  letter(@Input(api.letter) { params }: InputOf<typeof api.letter>, @CurrentViewer() viewer: Viewer) {
    return this.mail.letter(viewer, params.call, params.id);
  }

  @Endpoint(api.resend, 'access')
  async resend(@Input(api.resend) { params }: InputOf<typeof api.resend>, @CurrentViewer() viewer: Viewer) {
    await this.mail.resend(viewer, params.call, params.id);
    return this.mail.letter(viewer, params.call, params.id);
  }

  @Endpoint(api.resendFailed, 'access')
  async resendFailed(
    @Input(api.resendFailed) { params }: InputOf<typeof api.resendFailed>,
    @CurrentViewer() viewer: Viewer,
  ) {
    return { resent: await this.mail.resend(viewer, params.call) };
  }
}
