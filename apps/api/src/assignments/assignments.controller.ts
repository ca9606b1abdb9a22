import { Controller } from '@nestjs/common';
import { assignmentsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { Answering } from './answering.service';
import { Assigning } from './assigning.service';
import { AssignmentBoard } from './board.service';
import { ReviewerReminders } from './reviewer-reminders.service';
import { Telling } from './telling.service';

type Api = typeof assignmentsApi;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class AssignmentsController {
  constructor(
    private readonly assignmentBoard: AssignmentBoard,
    private readonly assigning: Assigning,
    private readonly telling: Telling,
    private readonly reminders: ReviewerReminders,
    private readonly answering: Answering,
  ) {}

  @Endpoint(assignmentsApi.board, 'access')
  board(@Input(assignmentsApi.board) { params }: In<'board'>, @CurrentViewer() viewer: Viewer): Out<'board'> {
    return this.assignmentBoard.board(viewer, params.call);
  }

  @Endpoint(assignmentsApi.candidates, 'access')
  candidates(
    @Input(assignmentsApi.candidates) { params, query }: In<'candidates'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'candidates'> {
    return this.assignmentBoard.candidates(viewer, params.id, query);
  }

  @Endpoint(assignmentsApi.ofSubmission, 'access')
  ofSubmission(
    @Input(assignmentsApi.ofSubmission) { params }: In<'ofSubmission'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'ofSubmission'> {
    return this.assignmentBoard.assigned(viewer, params.id);
  }

  @Endpoint(assignmentsApi.assign, 'access')
  assign(@Input(assignmentsApi.assign) { params, body }: In<'assign'>, @CurrentViewer() viewer: Viewer): Out<'assign'> {
    return this.assigning.assign(viewer, params.id, body.reviewerId);
  }

  @Endpoint(assignmentsApi.inviteOutside, 'access')
  inviteOutside(
    @Input(assignmentsApi.inviteOutside) { params, body }: In<'inviteOutside'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'inviteOutside'> {
    return this.assigning.inviteOutside(viewer, params.id, body);
  }

  @Endpoint(assignmentsApi.unassign, 'access')
  async unassign(
    @Input(assignmentsApi.unassign) { params }: In<'unassign'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'unassign'> {
    return this.assignmentBoard.candidates(viewer, await this.assigning.unassign(viewer, params.id));
  }

  @Endpoint(assignmentsApi.untold, 'access')
  untold(@Input(assignmentsApi.untold) { params }: In<'untold'>, @CurrentViewer() viewer: Viewer): Out<'untold'> {
    return this.telling.untold(viewer, params.call);
  }

  @Endpoint(assignmentsApi.tell, 'access')
  tell(@Input(assignmentsApi.tell) { params, body }: In<'tell'>, @CurrentViewer() viewer: Viewer): Out<'tell'> {
    return this.telling.tell(viewer, params.call, body.assignmentIds);
  }

  @Endpoint(assignmentsApi.previewReminders, 'access')
  previewReminders(
    @Input(assignmentsApi.previewReminders) { params, body }: In<'previewReminders'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'previewReminders'> {
    return this.reminders.preview(viewer, params.call, body.assignmentIds);
  }

  @Endpoint(assignmentsApi.remind, 'access')
  remind(@Input(assignmentsApi.remind) { params, body }: In<'remind'>, @CurrentViewer() viewer: Viewer): Out<'remind'> {
    return this.reminders.remind(viewer, params.call, body.assignmentIds);
  }

  @Endpoint(assignmentsApi.answer, 'signed-in')
  answer(@Input(assignmentsApi.answer) { params, body }: In<'answer'>, @CurrentViewer() viewer: Viewer): Out<'answer'> {
    return this.answering.answer({ personId: viewer.personId, assignmentId: params.id }, body);
  }
}
