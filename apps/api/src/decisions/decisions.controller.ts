import { Controller } from '@nestjs/common';
import { decisionsApi as api, type InputOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { DecisionBoardService } from './board.service';
import { DecidingService } from './deciding.service';
import { ReleaseService } from './release.service';
import { ReleaseViews } from './release.view';
import { SentLetters } from './sent-letters.service';

@Controller()
export class DecisionsController {
  constructor(
    private readonly boards: DecisionBoardService,
    private readonly deciding: DecidingService,
    private readonly releases: ReleaseService,
    private readonly views: ReleaseViews,
    private readonly sent: SentLetters,
  ) {}

  @Endpoint(api.board, 'access')
  board(@Input(api.board) { params }: InputOf<typeof api.board>, @CurrentViewer() viewer: Viewer) {
    return this.boards.board(viewer, params.call);
  }

  @Endpoint(api.panel, 'access')
  panel(@Input(api.panel) { params }: InputOf<typeof api.panel>, @CurrentViewer() viewer: Viewer) {
    return this.boards.panel(viewer, params.id);
  }

  @Endpoint(api.recommend, 'access')
  async recommend(@Input(api.recommend) input: InputOf<typeof api.recommend>, @CurrentViewer() viewer: Viewer) {
    await this.deciding.recommend(viewer, input);
    return this.boards.panel(viewer, input.params.id);
  }

  @Endpoint(api.decide, 'access')
  async decide(@Input(api.decide) { params, body }: InputOf<typeof api.decide>, @CurrentViewer() viewer: Viewer) {
    await this.deciding.decide(viewer, params.id, body);
    return this.boards.panel(viewer, params.id);
  }

  @Endpoint(api.undo, 'access')
  async undo(@Input(api.undo) input: InputOf<typeof api.undo>, @CurrentViewer() viewer: Viewer) {
    await this.deciding.undo(viewer, input);
    return this.boards.panel(viewer, input.params.id);
  }

  @Endpoint(api.decideMany, 'access')
  decideMany(@Input(api.decideMany) input: InputOf<typeof api.decideMany>, @CurrentViewer() viewer: Viewer) {
    return this.deciding.decideMany(viewer, input);
  }

  @Endpoint(api.completeTrack, 'access')
  async completeTrack(
    @Input(api.completeTrack) input: InputOf<typeof api.completeTrack>,
    @CurrentViewer() viewer: Viewer,
  ) {
    await this.deciding.completeTrack(viewer, input);
    return this.boards.board(viewer, input.params.call);
  }

  @Endpoint(api.previewLetter, 'access')
  previewLetter(
    @Input(api.previewLetter) { params, body }: InputOf<typeof api.previewLetter>,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.views.preview(viewer, params.id, body.outcome, body.letter);
  }

  @Endpoint(api.send, 'access')
  send(@Input(api.send) { params, body }: InputOf<typeof api.send>, @CurrentViewer() viewer: Viewer) {
    return this.releases.send(viewer, params.id, body);
  }

  @Endpoint(api.ownLetter, 'access')
  ownLetter(@Input(api.ownLetter) { params }: InputOf<typeof api.ownLetter>, @CurrentViewer() viewer: Viewer) {
    return this.views.ownLetter(viewer, params.id);
  }

  @Endpoint(api.letters, 'access')
  letters(@Input(api.letters) { params }: InputOf<typeof api.letters>, @CurrentViewer() viewer: Viewer) {
    return this.sent.letters(viewer, params.id);
  }
}
