import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit';
import { RateLimits } from '../../platform/rate-limits';
import type { Viewer } from '../../platform/session/viewer';
import { UnitOfWork } from '../../platform/unit-of-work';

/** What was taken along, by whom: recorded before the first byte leaves. */
@Injectable()
export class ExportLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
  ) {}

  /** Counts one download of this person, refuses one too many, and writes it down. */
  async record(viewer: Viewer, callId: string | null, facts: Readonly<Record<string, unknown>>): Promise<void> {
    await this.limits.spend('exportByPerson', viewer.personId);
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, { tag: 'review', action: 'export.made', actorId: viewer.personId, callId, facts }),
    );
  }
}
