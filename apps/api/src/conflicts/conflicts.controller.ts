import { Controller } from '@nestjs/common';
import { conflictsApi as api, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { ConflictLists } from './conflict-lists.service';
import { Declaring } from './declaring.service';
import { Settling } from './settling.service';
import { Substitutes } from './substitutes.service';

type Api = typeof api;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class ConflictsController {
  constructor(
    private readonly lists: ConflictLists,
    private readonly settling: Settling,
    private readonly declaring: Declaring,
    private readonly substitutes: Substitutes,
  ) {}

  @Endpoint(api.list, 'access')
  list(@Input(api.list) input: In<'list'>, @CurrentViewer() viewer: Viewer): Out<'list'> {
    return this.lists.page(viewer, input);
  }

  @Endpoint(api.late, 'access')
  late(@Input(api.late) { params }: In<'late'>, @CurrentViewer() viewer: Viewer): Out<'late'> {
    return this.lists.late(viewer, params.call);
  }

  @Endpoint(api.flagged, 'access')
  flagged(@Input(api.flagged) { params }: In<'flagged'>, @CurrentViewer() viewer: Viewer): Out<'flagged'> {
    return this.lists.flagged(viewer, params.call);
  }

  @Endpoint(api.settle, 'access')
  settle(@Input(api.settle) input: In<'settle'>, @CurrentViewer() viewer: Viewer): Out<'settle'> {
    return this.settling.settle(viewer, input);
  }

  @Endpoint(api.seen, 'access')
  async seen(@Input(api.seen) input: In<'seen'>, @CurrentViewer() viewer: Viewer): Out<'seen'> {
    await this.settling.seen(viewer, input);
    return this.lists.late(viewer, input.params.call);
  }

  @Endpoint(api.ofSubmission, 'access')
  ofSubmission(
    @Input(api.ofSubmission) { params, query }: In<'ofSubmission'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'ofSubmission'> {
    return this.lists.ofSubmission(viewer, params.id, query.find);
  }

  @Endpoint(api.pin, 'access')
  async pin(@Input(api.pin) input: In<'pin'>, @CurrentViewer() viewer: Viewer): Out<'pin'> {
    await this.settling.pin(viewer, input);
    return this.lists.ofSubmission(viewer, input.params.id);
  }

  @Endpoint(api.declare, 'access')
  declare(@Input(api.declare) { params, body }: In<'declare'>, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.declaring.declare(viewer, params.id, body);
  }

  @Endpoint(api.mine, 'signed-in')
  mine(@CurrentViewer() viewer: Viewer): Out<'mine'> {
    return this.declaring.mine(viewer);
  }

  @Endpoint(api.takeBack, 'signed-in')
  takeBack(@Input(api.takeBack) { params }: In<'takeBack'>, @CurrentViewer() viewer: Viewer): Out<'takeBack'> {
    return this.declaring.takeBack(viewer, params.id);
  }

  @Endpoint(api.substitute, 'access')
  substitute(@Input(api.substitute) { params }: In<'substitute'>, @CurrentViewer() viewer: Viewer): Out<'substitute'> {
    return this.substitutes.view(viewer, params.call);
  }

  @Endpoint(api.nameSubstitute, 'access')
  nameSubstitute(
    @Input(api.nameSubstitute) { params, body }: In<'nameSubstitute'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'nameSubstitute'> {
    return this.substitutes.name(viewer, params.call, body.address);
  }
}
