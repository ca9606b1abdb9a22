import { Controller } from '@nestjs/common';
import { notificationsApi as api, type InputOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { CallMailService } from './call-mail.service';

const firstPage = { show: 'all', query: { where: null, sort: null }, offset: 0 } as const;

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

  @Endpoint(api.editLetter, 'access')
  async editLetter(@Input(api.editLetter) input: InputOf<typeof api.editLetter>, @CurrentViewer() viewer: Viewer) {
    await this.mail.edit(viewer, input);
    return this.mail.letter(viewer, input.params.call, input.params.id);
  }

  @Endpoint(api.pause, 'access')
  async pause(@Input(api.pause) { params }: InputOf<typeof api.pause>, @CurrentViewer() viewer: Viewer) {
    await this.mail.pause(viewer, params.call, true);
    return this.mail.page(viewer, { params, query: firstPage });
  }

  @Endpoint(api.resume, 'access')
  async resume(@Input(api.resume) { params }: InputOf<typeof api.resume>, @CurrentViewer() viewer: Viewer) {
    await this.mail.pause(viewer, params.call, false);
    return this.mail.page(viewer, { params, query: firstPage });
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
