import { Injectable } from '@nestjs/common';
import { isLocale, translator } from '@convoke/texts';
import { DataSource } from 'typeorm';
import { AccessService } from '../../access/access.service';
import { Clock } from '../../platform/clock';
import { Files } from '../../platform/files';
import type { Viewer } from '../../platform/session/viewer';
import { formFields } from '../../reviews/review-answers';
import { cleanCopyFor } from '../../submissions/file-downloads.service';
import { extensionOf } from '../../submissions/upload-verdict';
import { archiveOf, type Packed } from './archive';
import { ExportLog } from './export-log';
import type { Export } from './exports.service';
import { papersToReview } from './my-papers.queries';
import { paperFilesOf } from './papers.queries';
import { Names } from './papers.service';
import { reviewForm } from './review-form-text';

/** What a reviewer takes on a journey: the papers assigned to them, each with its form. */
@Injectable()
export class MyPapersService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly files: Files,
    private readonly log: ExportLog,
    private readonly clock: Clock,
  ) {}

  /** The copies that reviewers get, whatever else the person may be: of papers they review now, over all calls. */
  async archive(viewer: Viewer): Promise<Export> {
    const { manager } = this.database;
    const asked = await papersToReview(manager, viewer.personId);
    const calls = await this.access.calls(manager, viewer, [...new Set(asked.map(({ callId }) => callId))]);
    const known = await this.access.across(
      manager,
      viewer,
      calls,
      asked.map(({ submissionId }) => submissionId),
    );
    const own = asked.filter(({ submissionId }) => known.get(submissionId)?.sees('assignment.own'));
    const rows = await paperFilesOf(
      manager,
      own.map(({ submissionId }) => submissionId),
    );
    const { t } = translator(isLocale(viewer.locale) ? viewer.locale : 'en');
    const packed: Packed[] = [];
    const texts: Record<string, string> = {};
    const names = new Names();
    for (const paper of own) {
      const access = known.get(paper.submissionId);
      if (!access) continue;
      const folder = `${paper.callSlug}/${paper.number}`;
      for (const file of rows.filter(({ submissionId }) => submissionId === paper.submissionId)) {
        if (!cleanCopyFor(access, file)) continue;
        const path = names.of(`${folder}/${file.slot}`, extensionOf(file.mediaType));
        packed.push({ path, hash: file.cleanHash ?? '', bytes: Number(file.cleanBytes) });
      }
      const readable = access.sees('submission.title_abstract');
      const fields = paper.fields ? formFields(paper.fields) : [];
      texts[`${folder}/review.txt`] = reviewForm(t, { ...paper, fields, readable });
    }
    await this.log.record(viewer, null, { what: 'own_papers', format: 'zip', count: own.length });
    const { content, bytes } = await archiveOf(this.files, packed, texts);
    const day = this.clock.now().toISOString().slice(0, 10);
    return { name: `papers-to-review-${day}.zip`, mediaType: 'application/zip', content, bytes };
  }
}
