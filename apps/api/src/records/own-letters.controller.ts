import { Controller } from '@nestjs/common';
import { notificationsApi as api, type InputOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { OwnLetters } from './own-letters.service';

@Controller()
export class OwnLettersController {
  constructor(private readonly letters: OwnLetters) {}

  @Endpoint(api.mine, 'access')
  list(@Input(api.mine) input: InputOf<typeof api.mine>, @CurrentViewer() viewer: Viewer) {
    return this.letters.list(viewer, input);
  }

  @Endpoint(api.mineOne, 'access')
  one(@Input(api.mineOne) { params }: InputOf<typeof api.mineOne>, @CurrentViewer() viewer: Viewer) {
    return this.letters.one(viewer, params.id);
  }
}
