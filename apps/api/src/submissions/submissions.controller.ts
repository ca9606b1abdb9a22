import { Controller } from '@nestjs/common';
import { submissionsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { DraftsService } from './drafts.service';
import { MySubmissionsService } from './my-submissions.service';
import { ReceiptsService } from './receipts.service';
import { SubmitService } from './submit.service';
import { WithdrawService } from './withdraw.service';

type Api = typeof submissionsApi;

@Controller()
export class SubmissionsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly submitting: SubmitService,
    private readonly withdrawing: WithdrawService,
    private readonly receipts: ReceiptsService,
    private readonly mine: MySubmissionsService,
  ) {}

  @Endpoint(submissionsApi.start, 'access')
  start(
    @Input(submissionsApi.start) { params }: InputOf<Api['start']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['start']>> {
    return this.drafts.start(viewer, params.call);
  }

  @Endpoint(submissionsApi.create, 'access')
  create(
    @Input(submissionsApi.create) { params, body }: InputOf<Api['create']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['create']>> {
    return this.drafts.create(viewer, params.call, body);
  }

  @Endpoint(submissionsApi.mine, 'signed-in')
  list(
    @Input(submissionsApi.mine) input: InputOf<Api['mine']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['mine']>> {
    return this.mine.list(viewer, input);
  }

  @Endpoint(submissionsApi.form, 'access')
  form(
    @Input(submissionsApi.form) { params }: InputOf<Api['form']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['form']>> {
    return this.drafts.form(viewer, params.id);
  }

  @Endpoint(submissionsApi.save, 'access')
  save(
    @Input(submissionsApi.save) { params, body }: InputOf<Api['save']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['save']>> {
    return this.drafts.save(viewer, params.id, body);
  }

  @Endpoint(submissionsApi.submit, 'access')
  submit(
    @Input(submissionsApi.submit) { params, body }: InputOf<Api['submit']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['submit']>> {
    return this.submitting.submit(viewer, params.id, body);
  }

  @Endpoint(submissionsApi.withdraw, 'access')
  withdraw(
    @Input(submissionsApi.withdraw) { params, body }: InputOf<Api['withdraw']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['withdraw']>> {
    return this.withdrawing.withdraw(viewer, params.id, body);
  }

  @Endpoint(submissionsApi.versions, 'access')
  versions(
    @Input(submissionsApi.versions) { params }: InputOf<Api['versions']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['versions']>> {
    return this.receipts.versions(viewer, params.id);
  }

  @Endpoint(submissionsApi.receipt, 'access')
  receipt(
    @Input(submissionsApi.receipt) { params }: InputOf<Api['receipt']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['receipt']>> {
    return this.receipts.receipt(viewer, params.id);
  }
}
