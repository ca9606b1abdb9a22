import { Injectable, inject } from '@angular/core';
import { type Tag, tagsApi } from '@convoke/contract';
import { Api } from '../shell/api-client';

/** Tags of submissions. */
@Injectable({ providedIn: 'root' })
export class TagsApi {
  private readonly api = inject(Api);

  /** Adds and takes away; answers the tags that can be read afterwards, by submission. */
  async change(
    call: string,
    submissions: readonly string[],
    { add = [], remove = [] }: { add?: readonly Tag[]; remove?: readonly Tag[] },
  ): Promise<ReadonlyMap<string, Tag[]>> {
    const body = { submissions: [...submissions], add: [...add], remove: [...remove] };
    const answer = await this.api.call(tagsApi.change, { params: { call }, body });
    return new Map(answer.submissions.map(({ id, tags }) => [id, tags]));
  }
}
