import { Injectable } from '@nestjs/common';
import {
  emailAddress,
  type committeeApi,
  type CommitteeProblem,
  type InputOf,
  type Invitee,
  type ResponseOf,
} from '@convoke/contract';
import { parseCommittee, Refusal, type CommitteeRow } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService, type CallAccess } from '../access/access.service';
import { Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { Random } from '../platform/random';
import { hashOf } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { mayFill, requireFillable, type Office } from './committee-offices';
import { invitationFacts, knownFor, topicsFor, type InvitationFacts } from './committee.queries';
import { tracksOf } from './committee.service';
import { RoleLinks } from './role-invitation-links';
import { roleLetter } from './role-invitation.mail';

/** How long the link in a letter can be answered. */
const answerDays = 30;
const day = 24 * 3600 * 1000;

type Preview = ResponseOf<typeof committeeApi.preview>;
type InviteRequest = InputOf<typeof committeeApi.invite>['body'];

/** Offices offered by mail: shown before anything leaves, sent once, sent again, taken back. */
@Injectable()
export class RoleInvitations {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly letters: Letters,
    private readonly links: RoleLinks,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Reads a pasted list against the call as it stands, and renders the first letter. Changes nothing. */
  async preview(viewer: Viewer, slug: string, request: Office & { text: string; note: string }): Promise<Preview> {
    const { manager } = this.database;
    const access = await this.access.call(manager, viewer, slug);
    const tracks = await tracksOf(manager, access.call.id);
    requireFillable(
      access,
      request,
      tracks.map(({ id }) => id),
    );
    const office = { callId: access.call.id, role: request.role, trackId: request.trackId };
    const known = await knownFor(manager, office, this.clock.now());
    const topics = await topicsFor(manager, access.call.id, request.trackId);
    const rows = parseCommittee(request.text, { ...known, topics });
    const first = rows.find(({ problems }) => problems.length === 0) ?? rows[0];
    const track = tracks.find(({ id }) => id === request.trackId)?.name ?? null;
    const letter = this.letterTo(
      sampleFacts(access, { role: request.role, track, asker: viewer.name }, first, this.clock.now()),
      request.note,
      '/i/…',
    );
    const names = new Map(topics.map(({ id, name }) => [id, name]));
    return {
      rows: rows.map((row) => ({
        ...row,
        givenName: row.givenName.slice(0, 120),
        familyName: row.familyName.slice(0, 120),
        affiliation: row.affiliation.slice(0, 200),
        topicIds: [...row.topicIds],
        topics: row.topicIds.map((id) => names.get(id) ?? ''),
        unknownTopics: [...row.unknownTopics],
        problems: problemsOf(row),
      })),
      letter: { subject: letter.subject, body: letter.text },
    };
  }

  /** Invites people to an office. Who serves or is invited already is left out: doing it twice has one effect. */
  async invite(viewer: Viewer, slug: string, request: InviteRequest): Promise<ResponseOf<typeof committeeApi.invite>> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      const tracks = await tracksOf(tx.manager, access.call.id);
      requireFillable(
        access,
        request,
        tracks.map(({ id }) => id),
      );
      await this.expireOld(tx, access.call.id);
      const office = { callId: access.call.id, role: request.role, trackId: request.trackId };
      const { members } = await knownFor(tx.manager, office, tx.now);
      const serving = new Set(members.map((address) => address.toLowerCase()));
      const people = request.people.filter(({ address }) => !serving.has(address.toLowerCase()));
      const made = await this.insert(tx, viewer, access, request, people);
      await this.queue(
        tx,
        made.map(({ id }) => id),
        request.note,
      );
      const invited = new Set(made.map(({ address }) => address.toLowerCase()));
      await this.record(tx, viewer, access, 'office.offered', {
        role: request.role,
        trackId: request.trackId,
        count: made.length,
      });
      return {
        invited: made.length,
        skipped: request.people.map(({ address }) => address).filter((address) => !invited.has(address.toLowerCase())),
      };
    });
  }

  /** Sends an invitation once more, with the same link and a new last day. */
  async resend(viewer: Viewer, slug: string, id: string, version: number): Promise<void> {
    await this.change(viewer, slug, id, 'office.offered_again', async (tx, access) => {
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update role_invitation set state = 'pending', expires_at = $4, version = version + 1
          where id = $1 and call_id = $2 and version = $3 and state in ('pending', 'expired') returning id`,
        [id, access.call.id, version, new Date(tx.now.getTime() + answerDays * day)],
      );
      if (rows.length > 0) await this.queue(tx, [id], '');
      return rows.length > 0;
    });
  }

  /** Takes an invitation back. */
  async withdraw(viewer: Viewer, slug: string, id: string, version: number): Promise<void> {
    await this.change(viewer, slug, id, 'office.withdrawn', async (tx, access) => {
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update role_invitation set state = 'withdrawn', answered_at = $4, version = version + 1
          where id = $1 and call_id = $2 and version = $3 and state = 'pending' returning id`,
        [id, access.call.id, version, tx.now],
      );
      return rows.length > 0;
    });
  }

  private async change(
    viewer: Viewer,
    slug: string,
    id: string,
    action: string,
    update: (tx: Tx, access: CallAccess) => Promise<boolean>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('manageCommittee');
      const [row] = await tx.manager.query<Office[]>(
        `select role, track_id as "trackId" from role_invitation where id = $1 and call_id = $2`,
        [id, access.call.id],
      );
      if (!row) throw new Refusal('not_found');
      if (!mayFill(access, row)) throw new Refusal('not_permitted', { needs: 'chair' });
      if (!(await update(tx, access))) throw new Refusal('stale_version');
      await this.record(tx, viewer, access, action, { invitationId: id, role: row.role, trackId: row.trackId });
    });
  }

  /** An invitation whose time is over makes room for a new one. */
  private async expireOld(tx: Tx, callId: string): Promise<void> {
    await tx.manager.query(
      `update role_invitation set state = 'expired', version = version + 1 where call_id = $1 and state = 'pending' and expires_at <= $2`,
      [callId, tx.now],
    );
  }

  private async insert(
    tx: Tx,
    viewer: Viewer,
    { call }: CallAccess,
    office: Office,
    people: readonly Invitee[],
  ): Promise<{ id: string; address: string }[]> {
    const rows = people.map((person) => {
      const id = this.random.uuid();
      return { id, token: hashOf(this.links.tokenOf(id)).toString('hex'), ...person };
    });
    return tx.manager.query(
      `insert into role_invitation (id, call_id, track_id, role, address, given_name, family_name, affiliation, topic_ids,
                                    token_hash, invited_by, created_at, expires_at)
       select x.id, $2, $3, $4, x.address, x."givenName", x."familyName", x.affiliation,
              array(select t.id from topic t where t.call_id = $2 and t.id = any(x."topicIds")), decode(x.token, 'hex'), $5, $6, $7
         from jsonb_to_recordset($1::jsonb) as x(id uuid, token text, address citext, "givenName" text, "familyName" text,
              affiliation text, "topicIds" uuid[])
       on conflict (call_id, role, address, coalesce(track_id, call_id)) where state = 'pending' do nothing
       returning id, address`,
      [
        JSON.stringify(rows),
        call.id,
        office.trackId,
        office.role,
        viewer.personId,
        tx.now,
        new Date(tx.now.getTime() + answerDays * day),
      ],
    );
  }

  private async queue(tx: Tx, ids: readonly string[], note: string): Promise<void> {
    const facts = await invitationFacts(tx.manager, ids);
    await this.letters.queueAll(
      tx,
      facts.map((one) => this.letterTo(one, note, this.links.pathOf(one.id))),
    );
  }

  private letterTo(facts: InvitationFacts, note: string, path: string) {
    const { publicUrl } = this.config;
    return roleLetter(facts, { answer: `${publicUrl}${path}`, page: `${publicUrl}/c/${facts.call_slug}` }, note);
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    { call }: CallAccess,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { tag: 'security', action, actorId: viewer.personId, callId: call.id, facts });
  }
}

/** What stands against inviting a row; an address counts only if the invitation itself would take it. */
function problemsOf({ address, problems }: CommitteeRow): CommitteeProblem[] {
  const silent = problems.every((problem) => problem === 'no_name');
  const wrong = silent && !emailAddress.safeParse(address).success;
  return wrong ? [...problems, 'address_malformed'] : [...problems];
}

/** The facts of a letter that is only shown. */
function sampleFacts(
  { call }: CallAccess,
  office: { role: Office['role']; track: string | null; asker: string },
  person: { givenName: string; familyName: string; address: string } | undefined,
  now: Date,
): InvitationFacts {
  return {
    id: '',
    role: office.role,
    track_name: office.track,
    address: person?.address ?? '',
    name: person ? `${person.givenName} ${person.familyName}`.trim() : '',
    locale: null,
    person_id: null,
    time_zone: call.timeZone,
    call_id: call.id,
    call_slug: call.slug,
    call_name: call.name,
    asker: office.asker,
    expires_at: new Date(now.getTime() + answerDays * day),
    version: 1,
  };
}
