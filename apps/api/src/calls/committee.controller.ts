import { Controller } from '@nestjs/common';
import { committeeApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { Committee } from './committee.service';
import { RoleInvitations } from './role-invitations.service';

type Api = typeof committeeApi;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class CommitteeController {
  constructor(
    private readonly committee: Committee,
    private readonly invitations: RoleInvitations,
  ) {}

  @Endpoint(committeeApi.committee, 'access')
  whole(@Input(committeeApi.committee) { params }: In<'committee'>, @CurrentViewer() viewer: Viewer): Out<'committee'> {
    return this.committee.committee(viewer, params.call);
  }

  @Endpoint(committeeApi.people, 'access')
  people(@Input(committeeApi.people) input: In<'people'>, @CurrentViewer() viewer: Viewer): Out<'people'> {
    return this.committee.people(viewer, input);
  }

  @Endpoint(committeeApi.preview, 'access')
  preview(
    @Input(committeeApi.preview) { params, body }: In<'preview'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'preview'> {
    return this.invitations.preview(viewer, params.call, body);
  }

  @Endpoint(committeeApi.invite, 'access')
  invite(@Input(committeeApi.invite) { params, body }: In<'invite'>, @CurrentViewer() viewer: Viewer): Out<'invite'> {
    return this.invitations.invite(viewer, params.call, body);
  }

  @Endpoint(committeeApi.resend, 'access')
  async resend(
    @Input(committeeApi.resend) { params, body }: In<'resend'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'resend'> {
    await this.invitations.resend(viewer, params.call, params.id, body.version);
    return this.committee.committee(viewer, params.call);
  }

  @Endpoint(committeeApi.withdraw, 'access')
  async withdraw(
    @Input(committeeApi.withdraw) { params, body }: In<'withdraw'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'withdraw'> {
    await this.invitations.withdraw(viewer, params.call, params.id, body.version);
    return this.committee.committee(viewer, params.call);
  }

  @Endpoint(committeeApi.end, 'access')
  end(@Input(committeeApi.end) { params }: In<'end'>, @CurrentViewer() viewer: Viewer): Out<'end'> {
    return this.committee.end(viewer, params.call, params.id);
  }

  @Endpoint(committeeApi.setLoad, 'access')
  setLoad(
    @Input(committeeApi.setLoad) { params, body }: In<'setLoad'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'setLoad'> {
    return this.committee.setLoad(viewer, params.call, params.id, body.maxLoad);
  }
}
