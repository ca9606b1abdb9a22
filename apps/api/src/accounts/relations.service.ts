import { Injectable } from '@nestjs/common';
import type { RelationsView, SaveRelationsRequest } from '@convoke/contract';
import { parseNamed, Refusal, type RelationKind } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit';
import { ConflictChecks } from '../platform/conflict-checks';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';

interface RelationRow {
  kind: RelationKind;
  name: string;
  affiliation: string;
  address: string;
}

/** The lists on a profile that keep somebody apart from papers of people, and of institutions, they are close to. */
@Injectable()
export class Relations {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: ConflictChecks,
    private readonly random: Random,
    private readonly audit: Audit,
  ) {}

  of(viewer: Viewer): Promise<RelationsView> {
    return viewOf(this.database.manager, viewer.personId);
  }

  /** Replaces all lists, unless the profile was changed elsewhere since `version`; committees are compared again at once. */
  async save(viewer: Viewer, request: SaveRelationsRequest): Promise<RelationsView> {
    return this.unitOfWork.run(async (tx) => {
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update person set version = version + 1 where id = $1 and version = $2 returning id`,
        [viewer.personId, request.version],
      );
      if (rows.length === 0) throw new Refusal('stale_version');
      const lines = [
        ...request.advisors.map((line) => ({ kind: 'advisor', ...parseNamed(line) })),
        ...request.collaborators.map((line) => ({ kind: 'collaborator', ...parseNamed(line) })),
        ...request.institutions.map((line) => ({ kind: 'institution', name: '', affiliation: line, address: '' })),
      ].map((line, position) => ({ id: this.random.uuid(), position, ...line }));
      await tx.manager.query(`delete from person_relation where person_id = $1`, [viewer.personId]);
      await tx.manager.query(
        `insert into person_relation (id, person_id, kind, position, name, affiliation, address)
         select id, $1, kind, position, name, affiliation, address
           from jsonb_to_recordset($2::jsonb) as r(id uuid, kind text, position int, name text, affiliation text, address text)`,
        [viewer.personId, JSON.stringify(lines)],
      );
      await this.checks.ask(tx, { personId: viewer.personId });
      await this.audit.record(tx, {
        tag: 'security',
        action: 'relations.saved',
        actorId: viewer.personId,
        facts: { lines: lines.length },
      });
      return viewOf(tx.manager, viewer.personId);
    });
  }
}

async function viewOf(manager: EntityManager, personId: string): Promise<RelationsView> {
  const [person] = await manager.query<{ version: number }[]>(`select version from person where id = $1`, [personId]);
  const rows = await manager.query<RelationRow[]>(
    `select kind, name, affiliation, address from person_relation where person_id = $1 order by position`,
    [personId],
  );
  const lines = (kind: RelationKind): string[] => rows.filter((row) => row.kind === kind).map(lineOf);
  return {
    version: person?.version ?? 0,
    advisors: lines('advisor'),
    collaborators: lines('collaborator'),
    institutions: lines('institution'),
  };
}

function lineOf({ name, affiliation, address }: RelationRow): string {
  if (name === '') return affiliation;
  const inside = affiliation || address;
  return inside === '' ? name : `${name} (${inside})`;
}
