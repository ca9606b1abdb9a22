import { Injectable, inject } from '@angular/core';
import {
  type CallOf,
  type ExportFormat,
  type ExportPlan,
  type ExportTable,
  exportsApi,
  type PapersPlan,
} from '@convoke/contract';
import { Api, type ApiResource } from '../../shell/api-client';
import { apiUrl } from '../../shell/api-url';
import { type Download, Downloads } from '../../shell/download';

/** Which submissions: those that a list finds, or some of their numbers. */
export type ExportScope = NonNullable<CallOf<typeof exportsApi.plan>['query']>;

/** Tables and papers to take along. */
@Injectable({ providedIn: 'root' })
export class ExportsApi {
  private readonly api = inject(Api);
  private readonly downloads = inject(Downloads);

  plan(call: string, table: () => ExportTable | null, query: () => ExportScope): ApiResource<ExportPlan> {
    return this.api.resource(exportsApi.plan, () => {
      const wanted = table();
      return wanted === null ? undefined : { params: { call, table: wanted }, query: query() };
    });
  }

  papersPlan(call: string, wanted: () => boolean, query: () => ExportScope): ApiResource<PapersPlan> {
    return this.api.resource(exportsApi.papersPlan, () =>
      wanted() ? { params: { call }, query: query() } : undefined,
    );
  }

  table(call: string, table: ExportTable, format: ExportFormat, query: ExportScope): Download {
    return this.downloads.start(apiUrl(exportsApi.table, { params: { call, table, format }, query }));
  }

  papers(call: string, query: ExportScope): void {
    this.downloads.leaveToBrowser(apiUrl(exportsApi.papers, { params: { call }, query }));
  }

  myPapers(): Download {
    return this.downloads.start(apiUrl(exportsApi.myPapers));
  }
}
