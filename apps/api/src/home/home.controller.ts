import { Controller } from '@nestjs/common';
import { homeApi, type InputOf, type NextView } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { HomeService } from './home.service';

@Controller()
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Endpoint(homeApi.next, 'signed-in')
  next(
    @Input(homeApi.next) { query }: InputOf<typeof homeApi.next>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NextView> {
    return this.home.next(viewer, query.call ?? null);
  }
}
