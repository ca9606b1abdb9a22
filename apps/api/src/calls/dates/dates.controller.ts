import { Controller } from '@nestjs/common';
import {
  deadlinesApi,
  type CallSetup,
  type ExtensionView,
  type InputOf,
  type NoticePreview,
  type ShiftPreview,
} from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../../platform/http/endpoint';
import type { Viewer } from '../../platform/session/viewer';
import { DeadlinesService } from '../deadlines.service';
import { CallCopies } from './call-copies.service';
import { Extensions } from './extensions.service';
import { Shifting } from './shifting.service';

@Controller()
export class DatesController {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly extensions: Extensions,
    private readonly shifting: Shifting,
    private readonly copies: CallCopies,
  ) {}

  @Endpoint(deadlinesApi.preview, 'access')
  preview(
    @Input(deadlinesApi.preview) input: InputOf<typeof deadlinesApi.preview>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NoticePreview> {
    return this.deadlines.preview(viewer, input.params.call, input.body);
  }

  @Endpoint(deadlinesApi.shiftPreview, 'access')
  shiftPreview(
    @Input(deadlinesApi.shiftPreview) input: InputOf<typeof deadlinesApi.shiftPreview>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ShiftPreview> {
    return this.shifting.preview(viewer, input.params.call, input.query.days);
  }

  @Endpoint(deadlinesApi.shift, 'access')
  shift(
    @Input(deadlinesApi.shift) input: InputOf<typeof deadlinesApi.shift>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.shifting.shift(viewer, input.params.call, input.body);
  }

  @Endpoint(deadlinesApi.copy, 'access')
  copy(
    @Input(deadlinesApi.copy) input: InputOf<typeof deadlinesApi.copy>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.copies.copy(viewer, input.params.call, input.body);
  }

  @Endpoint(deadlinesApi.extensions, 'access')
  list(
    @Input(deadlinesApi.extensions) input: InputOf<typeof deadlinesApi.extensions>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ExtensionView[]> {
    return this.extensions.list(viewer, input.params.call);
  }

  @Endpoint(deadlinesApi.extend, 'access')
  extend(
    @Input(deadlinesApi.extend) input: InputOf<typeof deadlinesApi.extend>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ExtensionView[]> {
    return this.extensions.extend(viewer, input.params.call, input.body);
  }

  @Endpoint(deadlinesApi.endExtension, 'access')
  end(
    @Input(deadlinesApi.endExtension) input: InputOf<typeof deadlinesApi.endExtension>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ExtensionView[]> {
    return this.extensions.end(viewer, input.params.call, input.params.deadline, input.body.reason);
  }
}
