import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config';

/**
 * The links in invitations to review. A token belongs to one assignment for good, so that every reminder, written by hand or by
 * itself, carries the same link as the first letter; the row stores its hash, and its state says whether the link still does anything.
 */
@Injectable()
export class InvitationLinks {
  constructor(private readonly config: Config) {}

  /** The secret in the link of an assignment. Show it to nobody but the reviewer. */
  tokenOf(assignmentId: string): string {
    return createHmac('sha256', this.config.sessionSecret).update(`invitation:${assignmentId}`).digest('base64url');
  }

  urlOf(assignmentId: string): string {
    return `${this.config.publicUrl}/r/${this.tokenOf(assignmentId)}`;
  }
}
