import { Controller } from '@nestjs/common';
import { decisionsApi as api, type InputOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { ReleaseService } from './release.service';
import { ReleaseViews } from './release.view';

@Controller()
export class ReleasesController {
  constructor(
    private readonly releases: ReleaseService,
    private readonly views: ReleaseViews,
  ) {}

  @Endpoint(api.releases, 'access')
  overview(@Input(api.releases) { params }: InputOf<typeof api.releases>, @CurrentViewer() viewer: Viewer) {
    return this.views.overview(viewer, params.call);
  }

  @Endpoint(api.freeze, 'access')
  freeze(@Input(api.freeze) input: InputOf<typeof api.freeze>, @CurrentViewer() viewer: Viewer) {
    return this.releases.freeze(viewer, input, (tx, id) => this.views.batch(viewer, id, tx));
  }

  @Endpoint(api.batch, 'access')
  batch(@Input(api.batch) { params }: InputOf<typeof api.batch>, @CurrentViewer() viewer: Viewer) {
    return this.views.batch(viewer, params.id);
  }

  @Endpoint(api.letter, 'access')
  letter(@Input(api.letter) { params }: InputOf<typeof api.letter>, @CurrentViewer() viewer: Viewer) {
    return this.views.letter(viewer, params.id, params.letter);
  }

  @Endpoint(api.editLetter, 'access')
  async editLetter(@Input(api.editLetter) input: InputOf<typeof api.editLetter>, @CurrentViewer() viewer: Viewer) {
    await this.releases.editLetter(viewer, input);
    return this.views.letter(viewer, input.params.id, input.params.letter);
  }

  @Endpoint(api.leaveOut, 'access')
  async leaveOut(@Input(api.leaveOut) input: InputOf<typeof api.leaveOut>, @CurrentViewer() viewer: Viewer) {
    await this.releases.leaveOut(viewer, input);
    return this.views.batch(viewer, input.params.id);
  }

  @Endpoint(api.cancel, 'access')
  async cancel(@Input(api.cancel) input: InputOf<typeof api.cancel>, @CurrentViewer() viewer: Viewer) {
    return this.views.overview(viewer, await this.releases.cancel(viewer, input));
  }

  @Endpoint(api.release, 'access')
  async release(@Input(api.release) input: InputOf<typeof api.release>, @CurrentViewer() viewer: Viewer) {
    await this.releases.release(viewer, input);
    return this.views.batch(viewer, input.params.id);
  }

  @Endpoint(api.stop, 'access')
  async stop(@Input(api.stop) { params }: InputOf<typeof api.stop>, @CurrentViewer() viewer: Viewer) {
    await this.releases.stop(viewer, params.id);
    return this.views.batch(viewer, params.id);
  }
}
