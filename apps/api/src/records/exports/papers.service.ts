import { Injectable } from '@nestjs/common';
import type { ExportQuery, PapersPlan } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { Files } from '../../platform/files';
import type { Viewer } from '../../platform/session/viewer';
import { copyFor } from '../../submissions/file-downloads.service';
import { extensionOf } from '../../submissions/upload-verdict';
import { archiveOf, type Packed } from './archive';
import { ExportLog } from './export-log';
import { ExportsService, type Export } from './exports.service';
import { paperFilesOf } from './papers.queries';

/** More is no download any more; a track at a time is. */
const limit = { files: 2000, bytes: 2_000_000_000 };

interface Chosen extends PapersPlan {
  callId: string;
  slug: string;
  packed: Packed[];
}

/** The papers of a selection in one archive. */
@Injectable()
export class PapersService {
  constructor(
    private readonly database: DataSource,
    private readonly exports: ExportsService,
    private readonly files: Files,
    private readonly log: ExportLog,
  ) {}

  /** How many files it would be, and how large. */
  async plan(viewer: Viewer, slug: string, query: ExportQuery): Promise<PapersPlan> {
    return this.choose(viewer, slug, query);
  }

  /** The archive: what was sent for who may see that, otherwise the copies of reviewers, and never anything else. */
  async archive(viewer: Viewer, slug: string, query: ExportQuery): Promise<Export> {
    const chosen = await this.choose(viewer, slug, query);
    if (chosen.files > limit.files || chosen.bytes > limit.bytes)
      throw new Refusal('export_too_large', { files: chosen.files, maxFiles: limit.files, maxBytes: limit.bytes });
    await this.log.record(viewer, chosen.callId, { what: 'papers', format: 'zip', count: chosen.submissions });
    const texts: Record<string, string> =
      chosen.without.length > 0 ? { 'without-file.txt': withoutText(chosen.without) } : {};
    const { content, bytes } = await archiveOf(this.files, chosen.packed, texts);
    return { name: `${chosen.slug}-papers.zip`, mediaType: 'application/zip', content, bytes };
  }

  private async choose(viewer: Viewer, slug: string, query: ExportQuery): Promise<Chosen> {
    const { call, ids } = await this.exports.selected(viewer, slug, query);
    const packed: Packed[] = [];
    const without: number[] = [];
    const names = new Names();
    let submissions = 0;
    let copies = false;
    for await (const page of this.exports.judged(viewer, call, ids)) {
      submissions += page.length;
      const files = await paperFilesOf(
        this.database.manager,
        page.map(({ submission }) => submission.id),
      );
      for (const access of page) {
        const before = packed.length;
        for (const file of files.filter(({ submissionId }) => submissionId === access.submission.id)) {
          const copy = copyFor(access, file);
          if (copy === null) continue;
          const path = names.of(`files/${file.number}-${file.slot}`, extensionOf(file.mediaType));
          if (copy === 'original') packed.push({ path, hash: file.hash, bytes: Number(file.bytes) });
          else packed.push({ path, hash: file.cleanHash ?? '', bytes: Number(file.cleanBytes) });
          copies ||= copy === 'clean';
        }
        if (packed.length === before) without.push(access.submission.number ?? 0);
      }
    }
    const bytes = packed.reduce((sum, file) => sum + file.bytes, 0);
    const { id: callId } = call.call;
    return { callId, slug, packed, submissions, files: packed.length, bytes, without, copies, limit };
  }
}

const withoutText = (numbers: readonly number[]): string =>
  `There is no file of these submissions in this archive:\n${numbers.map((n) => `#${n}`).join('\n')}\n`;

/** Names that the server makes: by number and place, counted where a place holds several files. */
export class Names {
  private readonly used = new Map<string, number>();

  of(stem: string, ending: string): string {
    const n = (this.used.get(stem) ?? 0) + 1;
    this.used.set(stem, n);
    return `${n === 1 ? stem : `${stem}-${n}`}.${ending}`;
  }
}
