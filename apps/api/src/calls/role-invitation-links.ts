import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config';

/**
 * The links in invitations to an office. A token belongs to one invitation for good, so that sending it again carries the same
 * link; the row stores its hash, and its state says whether the link still does anything.
 */
@Injectable()
export class RoleLinks {
  constructor(private readonly config: Config) {}

  /** The secret in the link of an invitation. Show it to nobody but the person invited. */
  tokenOf(invitationId: string): string {
    return createHmac('sha256', this.config.sessionSecret)
      .update(`role-invitation:${invitationId}`)
      .digest('base64url');
  }

  /** The path of the page that answers it. */
  pathOf(invitationId: string): string {
    return `/i/${this.tokenOf(invitationId)}`;
  }

  urlOf(invitationId: string): string {
    return `${this.config.publicUrl}${this.pathOf(invitationId)}`;
  }
}
