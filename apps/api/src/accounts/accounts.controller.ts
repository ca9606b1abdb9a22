import { Controller, Req, Res } from '@nestjs/common';
import { accountsApi, type InputOf, type MeView, type RelationsView, type SessionView } from '@convoke/contract';
import type { Request, Response } from 'express';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import { Sessions } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { Accounts } from './accounts.service';
import { Addresses } from './addresses.service';
import { Profile } from './profile.service';
import { Relations } from './relations.service';

/** One's own account, for the application. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly addresses: Addresses,
    private readonly profile: Profile,
    private readonly relations: Relations,
    private readonly sessions: Sessions,
  ) {}

  @Endpoint(accountsApi.me, 'signed-in')
  me(@CurrentViewer() viewer: Viewer): Promise<MeView> {
    return this.profile.me(viewer);
  }

  @Endpoint(accountsApi.saveProfile, 'signed-in')
  async saveProfile(
    @Input(accountsApi.saveProfile) input: InputOf<typeof accountsApi.saveProfile>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MeView> {
    await this.profile.save(viewer, input.body);
    return this.profile.me(viewer);
  }

  @Endpoint(accountsApi.changePassword, 'signed-in')
  async changePassword(
    @Input(accountsApi.changePassword) input: InputOf<typeof accountsApi.changePassword>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.accounts.changePassword(viewer, input.body.current, input.body.next);
  }

  @Endpoint(accountsApi.addAddress, 'signed-in')
  addAddress(
    @Input(accountsApi.addAddress) input: InputOf<typeof accountsApi.addAddress>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MeView> {
    return this.addresses.add(viewer, input.body.address, (tx) => this.profile.me(viewer, tx));
  }

  @Endpoint(accountsApi.sendVerification, 'signed-in')
  async sendVerification(
    @Input(accountsApi.sendVerification) input: InputOf<typeof accountsApi.sendVerification>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.addresses.resend(viewer, input.params.id);
  }

  @Endpoint(accountsApi.makePrimary, 'signed-in')
  async makePrimary(
    @Input(accountsApi.makePrimary) input: InputOf<typeof accountsApi.makePrimary>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MeView> {
    await this.addresses.makePrimary(viewer, input.params.id);
    return this.profile.me(viewer);
  }

  @Endpoint(accountsApi.removeAddress, 'signed-in')
  async removeAddress(
    @Input(accountsApi.removeAddress) input: InputOf<typeof accountsApi.removeAddress>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MeView> {
    await this.addresses.remove(viewer, input.params.id);
    return this.profile.me(viewer);
  }

  @Endpoint(accountsApi.relations, 'signed-in')
  ownRelations(@CurrentViewer() viewer: Viewer): Promise<RelationsView> {
    return this.relations.of(viewer);
  }

  @Endpoint(accountsApi.saveRelations, 'signed-in')
  saveRelations(
    @Input(accountsApi.saveRelations) { body }: InputOf<typeof accountsApi.saveRelations>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RelationsView> {
    return this.relations.save(viewer, body);
  }

  @Endpoint(accountsApi.sessions, 'signed-in')
  async listSessions(@CurrentViewer() viewer: Viewer): Promise<{ sessions: SessionView[] }> {
    const sessions = await this.sessions.listOf(viewer);
    return {
      sessions: sessions.map((one) => ({
        ...one,
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
      })),
    };
  }

  @Endpoint(accountsApi.revokeSession, 'signed-in')
  async revokeSession(
    @Input(accountsApi.revokeSession) input: InputOf<typeof accountsApi.revokeSession>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.accounts.revokeSession(viewer, input.params.id);
  }

  @Endpoint(accountsApi.revokeOtherSessions, 'signed-in')
  async revokeOtherSessions(@CurrentViewer() viewer: Viewer): Promise<void> {
    await this.accounts.revokeOtherSessions(viewer);
  }

  @Endpoint(accountsApi.signOut, 'signed-in')
  async signOut(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<void> {
    await this.accounts.signOut(req);
    this.sessions.clearCookie(res);
  }
}
