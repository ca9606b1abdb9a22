import { Injectable } from '@nestjs/common';
import type { SubstituteView } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { AccessService, type CallAccess } from '../access/access.service';
import { HandlerRouting } from '../assignments/handler-routing';
import { Audit } from '../platform/audit';
import { ConflictChecks } from '../platform/conflict-checks';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';

/** Who handles what nobody else in office may: named by the heads of a call, before it is needed, or by those who run the house. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly routing: HandlerRouting,
    private readonly checks: ConflictChecks,
    private readonly audit: Audit,
  ) {}

  async view(viewer: Viewer, slug: string): Promise<SubstituteView> {
    const { manager } = this.database;
    const call = await this.access.call(manager, viewer, slug);
    call.require('nameSubstitute');
    return viewOf(manager, call, viewer);
  }

  /** Names somebody by an address they have proven; the papers that wait are theirs at once, and they are told. */
  async name(viewer: Viewer, slug: string, address: string): Promise<SubstituteView> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, slug);
      call.require('nameSubstitute');
      const personId = address === '' ? null : await this.holderOf(tx.manager, address);
      await tx.manager.query(`update call set substitute_id = $2, version = version + 1 where id = $1`, [
        call.call.id,
        personId,
      ]);
      const waiting = await tx.manager.query<{ id: string }[]>(
        `select id from submission where call_id = $1 and unhandled order by id for update`,
        [call.call.id],
      );
      await this.routing.route(
        tx,
        waiting.map(({ id }) => id),
      );
      await this.checks.ask(tx, personId === null ? { callId: call.call.id } : { personId });
      await this.audit.record(tx, {
        tag: 'security',
        action: 'substitute.named',
        actorId: viewer.personId,
        callId: call.call.id,
        facts: { personId },
      });
      return viewOf(tx.manager, call, viewer);
    });
  }

  private async holderOf(manager: EntityManager, address: string): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `select person_id as id from person_email where address = $1 and verified_at is not null`,
      [address],
    );
    if (!row)
      throw new Refusal('invalid_body', {
        errors: [{ path: 'address', message: 'Nobody has confirmed this address here yet' }],
      });
    return row.id;
  }
}

async function viewOf(manager: EntityManager, { call }: CallAccess, viewer: Viewer): Promise<SubstituteView> {
  const [row] = await manager.query<{ name: string | null; address: string | null; waiting: number }[]>(
    `select trim(p.given_name || ' ' || p.family_name) as name, e.address,
            (select count(*)::int from submission s where s.call_id = c.id and s.unhandled) as waiting
       from call c left join person p on p.id = c.substitute_id left join person_email e on e.person_id = p.id and e.is_primary
      where c.id = $1`,
    [call.id],
  );
  return {
    callName: call.name,
    substitute: row?.name != null ? { name: row.name, address: row.address ?? '' } : null,
    // a head who is kept from a paper must not learn here that there is one
    waiting: viewer.isAdmin ? (row?.waiting ?? 0) : null,
  };
}
