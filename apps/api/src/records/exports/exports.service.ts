import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { recordQuery, type ExportFormat, type ExportPlan, type ExportQuery, type ExportTable } from '@convoke/contract';
import { DataSource } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../../access/access.service';
import { Clock } from '../../platform/clock';
import type { Viewer } from '../../platform/session/viewer';
import { listedIds } from '../list.queries';
import { cellsOf, type Cell, type Column, type Judged } from './cell';
import { committeeHeader, committeeRows } from './committee-table';
import { csvOf } from './csv';
import { decisionColumns, decisionRows } from './decisions-table';
import { ExportLog } from './export-log';
import { questionsOf, reviewColumns, reviewRows } from './reviews-table';
import { numbersOf } from './selection';
import { authorColumns, authorRows, submissionColumns, submissionRows } from './submissions-table';
import { xlsxOf } from './xlsx';

/** A download that is written while it is read. */
export interface Export {
  name: string;
  mediaType: string;
  content: Readable;
  /** Where it is known before. */
  bytes?: number;
}

/** So many submissions are in memory at a time, however many there are. */
const pageSize = 250;
const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What of a table does not depend on a viewer: its columns, how its rows are judged and read. */
interface Table<R extends Judged> {
  columns: readonly Column<R>[];
  byRound: boolean;
  rows(judged: readonly SubmissionAccess[]): Promise<R[]>;
}

/** A table about to be written: which columns it has, and its rows. */
interface Opened extends ExportPlan {
  call: CallAccess;
  rows(): AsyncIterable<Cell[]>;
}

/** Tables to take along: of exactly what the viewer sees on screen, judged row by row and cell by cell. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly log: ExportLog,
    private readonly clock: Clock,
  ) {}

  /** What a table would hold, and what is left out of it. */
  async plan(viewer: Viewer, slug: string, table: ExportTable, query: ExportQuery): Promise<ExportPlan> {
    const { count, columns, leftOut } = await this.open(viewer, slug, table, query);
    return { count, columns, leftOut };
  }

  /** The table itself, written page by page while it is downloaded; that it was taken is recorded. */
  async table(
    viewer: Viewer,
    slug: string,
    what: { table: ExportTable; format: ExportFormat },
    query: ExportQuery,
  ): Promise<Export> {
    const opened = await this.open(viewer, slug, what.table, query);
    await this.log.record(viewer, opened.call.call.id, { what: what.table, format: what.format, count: opened.count });
    const { columns } = opened;
    const content = what.format === 'csv' ? csvOf(columns, opened.rows()) : xlsxOf(what.table, columns, opened.rows());
    return {
      name: `${opened.call.call.slug}-${what.table}.${what.format}`,
      mediaType: mediaTypes[what.format],
      content,
    };
  }

  /** The submissions of a selection that the viewer handles, in the list's order, as ids: one statement. */
  async selected(viewer: Viewer, slug: string, query: ExportQuery): Promise<{ call: CallAccess; ids: string[] }> {
    const { manager } = this.database;
    const call = await this.access.call(manager, viewer, slug);
    call.require('seeList');
    const listing = { access: this.access, call, query, now: this.clock.now() };
    return { call, ids: await listedIds(manager, listing, numbersOf(query)) };
  }

  /** The given submissions as the viewer may have them, a page at a time. */
  async *judged(viewer: Viewer, call: CallAccess, ids: readonly string[]): AsyncGenerator<SubmissionAccess[]> {
    for (let from = 0; from < ids.length; from += pageSize) {
      const page = ids.slice(from, from + pageSize);
      const known = await this.access.submissions(this.database.manager, viewer, call, page);
      yield page.flatMap((id) => {
        const access = known.get(id);
        return access?.sees('submission.title_abstract') ? [access] : [];
      });
    }
  }

  private async open(viewer: Viewer, slug: string, table: ExportTable, query: ExportQuery): Promise<Opened> {
    const { call, ids } = await this.selected(viewer, slug, query);
    const { manager } = this.database;
    const by = viewer.personId;
    if (table === 'committee') return this.openCommittee(viewer, slug);
    if (table === 'submissions')
      return this.openTable(viewer, call, ids, {
        columns: submissionColumns,
        byRound: false,
        rows: (judged) => submissionRows(manager, judged),
      });
    if (table === 'authors')
      return this.openTable(viewer, call, ids, {
        columns: authorColumns,
        byRound: false,
        rows: (judged) => authorRows(manager, judged),
      });
    if (table === 'decisions')
      return this.openTable(viewer, call, ids, {
        columns: decisionColumns,
        byRound: true,
        rows: (rounds) => decisionRows(manager, rounds),
      });
    return this.openTable(viewer, call, ids, {
      columns: reviewColumns(await questionsOf(manager, call.call.id)),
      byRound: true,
      rows: (rounds) => reviewRows(manager, by, rounds),
    });
  }

  /** A column that the viewer may see of none of the submissions is not there at all: its emptiness would be an answer, too. */
  private async openTable<R extends Judged>(
    viewer: Viewer,
    call: CallAccess,
    ids: readonly string[],
    table: Table<R>,
  ): Promise<Opened> {
    const shown = new Set<Column<R>>();
    let count = 0;
    for await (const page of this.judged(viewer, call, ids)) {
      count += page.length;
      const judged = table.byRound ? await this.access.allRounds(this.database.manager, viewer, page) : page;
      for (const column of table.columns) if (!shown.has(column) && judged.some(column.seen)) shown.add(column);
    }
    const columns = table.columns.filter((column) => shown.has(column));
    const labels = (all: readonly Column<R>[]): string[] => all.map(({ label }) => label);
    return {
      call,
      count,
      columns: labels(columns),
      leftOut: labels(table.columns.filter((column) => !shown.has(column))),
      rows: () => this.rows(viewer, call, ids, { ...table, columns }),
    };
  }

  private async *rows<R extends Judged>(
    viewer: Viewer,
    call: CallAccess,
    ids: readonly string[],
    table: Table<R>,
  ): AsyncGenerator<Cell[]> {
    for await (const page of this.judged(viewer, call, ids)) {
      const judged = table.byRound ? await this.access.allRounds(this.database.manager, viewer, page) : page;
      for (const row of await table.rows(judged)) yield cellsOf(table.columns, row);
    }
  }

  /** The committee of the whole call; its reviews counted over the submissions whose reviewers the viewer may know. */
  private async openCommittee(viewer: Viewer, slug: string): Promise<Opened> {
    const { manager } = this.database;
    const { call, ids } = await this.selected(viewer, slug, recordQuery.parse({}));
    call.require('seeCommittee');
    const counted: string[] = [];
    for await (const page of this.judged(viewer, call, ids))
      counted.push(
        ...page.filter((one) => one.sees('assignment.reviewer_names')).map(({ submission }) => submission.id),
      );
    const rows = await committeeRows(manager, call.call.id, viewer.personId, this.clock.now(), counted);
    return { call, count: rows.length, columns: [...committeeHeader], leftOut: [], rows: () => Readable.from(rows) };
  }
}
