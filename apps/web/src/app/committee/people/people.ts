import { Component, computed, inject, input, signal } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { CommitteeRow, CommitteeView, OfficeState, ShownState } from '@convoke/contract';
import { dayAndMonth } from '@convoke/texts';
import {
  Cell,
  Confirm,
  Empty,
  Icon,
  Loading,
  PageHead,
  ProblemPanel,
  StateChip,
  Table,
  type TableColumn,
  type TableSort,
  TextPipe,
  Texts,
  Toasts,
  rowsAtHand,
} from '@convoke/ui';
import { CommitteeApi } from '../committee.api';
import { AskLoad } from '../load-dialog/load-dialog';

const groups = ['all', 'chairs', 'reviewers', 'pending', 'declined'] as const;
type Group = (typeof groups)[number];

/** An answer in the shapes and colours of the state chip. */
const shapes: Readonly<Record<OfficeState, ShownState>> = {
  active: 'accepted',
  pending: 'submitted',
  declined: 'rejected',
  expired: 'late',
  withdrawn: 'withdrawn',
};

/** The people of a call: who serves as what, who has not answered, how much each reviewer has to do. */
@Component({
  selector: 'cv-people',
  imports: [Cell, Empty, Icon, Loading, MatMenuModule, PageHead, ProblemPanel, RouterLink, StateChip, Table, TextPipe],
  templateUrl: './people.html',
  styleUrl: './people.css',
})
export class People {
  private readonly api = inject(CommitteeApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly askLoad = inject(AskLoad);

  readonly call = input.required<string>();
  protected readonly people = this.api.people(() => this.call());
  protected readonly group = signal<Group>('all');
  protected readonly query = signal('');
  protected readonly sort = signal<TableSort | null>(null);
  protected readonly problem = signal<unknown>(null);
  protected readonly shapes = shapes;
  protected readonly idOf = (row: CommitteeRow): string => row.id;
  protected readonly labelOf = (row: CommitteeRow): string => row.name;

  private readonly all = computed(() => (this.people.hasValue() ? this.people.value().rows : []));
  protected readonly tabs = computed(() =>
    groups
      .map((key) => ({
        key,
        words: this.texts.t(`committee.group.${key}`),
        n: this.all().filter((row) => isIn(row, key)).length,
      }))
      .filter(({ key, n }) => key === 'all' || n > 0),
  );
  protected readonly lead = computed(() =>
    this.texts.t('committee.lead', {
      active: this.all().filter(({ state }) => state === 'active').length,
      pending: this.all().filter(({ state }) => state === 'pending').length,
    }),
  );
  protected readonly rows = computed(() => {
    const words = this.query().trim().toLocaleLowerCase().split(/\s+/);
    const found = this.all().filter(
      (row) => isIn(row, this.group()) && words.every((word) => this.textOf(row).includes(word)),
    );
    return sorted(found, this.sort());
  });
  protected readonly source = computed(() => rowsAtHand(this.rows()));
  protected readonly columns = computed<TableColumn[]>(() => [
    { key: 'name', label: this.texts.t('committee.name'), sortable: true, phone: 'title' },
    { key: 'role', label: this.texts.t('committee.role'), width: '20%', sortable: true },
    { key: 'topics', label: this.texts.t('committee.topics'), width: '24%' },
    { key: 'load', label: this.texts.t('committee.load'), width: '5.5rem', align: 'end', sortable: true },
    { key: 'state', label: this.texts.t('committee.state'), width: '11rem', sortable: true, phone: 'state' },
    { key: 'actions', label: this.texts.t('committee.more'), width: '3.5rem', align: 'end', phone: 'number' },
  ]);

  protected roleOf({ role, trackName }: Pick<CommitteeRow, 'role' | 'trackName'>): string {
    const word = this.texts.t(`committee.role.${role}`);
    return trackName ? this.texts.t('committee.role.inTrack', { role: word, track: trackName }) : word;
  }

  protected until({ expiresAt }: CommitteeRow): string {
    return expiresAt ? dayAndMonth(new Date(expiresAt), this.texts.locale()) : '';
  }

  protected hasActions({ can }: CommitteeRow): boolean {
    return can.end || can.resend || can.setLoad || can.withdraw;
  }

  protected resend(row: CommitteeRow): Promise<void> {
    return this.change(() => this.api.resend(this.call(), row), this.texts.t('committee.resent', { name: row.name }));
  }

  protected async withdraw(row: CommitteeRow): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.texts.t('committee.withdrawTitle', { name: row.name }),
      text: this.texts.t('committee.withdrawText'),
      action: this.texts.t('committee.withdraw'),
    });
    if (!sure) return;
    const said = this.texts.t('committee.withdrawn', { name: row.name });
    await this.change(() => this.api.withdraw(this.call(), row), said);
  }

  protected async end(row: CommitteeRow): Promise<void> {
    const facts = { name: row.name, role: this.roleOf(row) };
    const sure = await this.confirm.ask({
      title: this.texts.t('committee.endTitle', facts),
      text: this.texts.t('committee.endText', facts),
      action: this.texts.t('committee.end'),
    });
    if (sure) await this.change(() => this.api.end(this.call(), row), this.texts.t('committee.ended', facts));
  }

  protected async setLoad(row: CommitteeRow, max: number): Promise<void> {
    const answer = await this.askLoad.ask({ row, max });
    if (!answer) return;
    const said = this.texts.t('committee.loadSaved', { name: row.name });
    await this.change(() => this.api.setLoad(this.call(), row, answer.maxLoad), said);
  }

  private async change(work: () => Promise<CommitteeView>, said: string): Promise<void> {
    this.problem.set(null);
    try {
      this.people.set(await work());
      this.toasts.done(said);
    } catch (error) {
      this.problem.set(error);
    }
  }

  private textOf(row: CommitteeRow): string {
    return [row.name, row.affiliation, row.address, this.roleOf(row), ...row.topics].join(' ').toLocaleLowerCase();
  }
}

function isIn(row: CommitteeRow, group: Group): boolean {
  const serves = row.state === 'active';
  switch (group) {
    case 'all':
      return row.state !== 'withdrawn';
    case 'chairs':
      return serves && row.role !== 'reviewer';
    case 'reviewers':
      return serves && row.role === 'reviewer';
    case 'pending':
      return row.state === 'pending' || row.state === 'expired';
    case 'declined':
      return row.state === 'declined';
  }
}

/** The server's order is by family name; a click on a column puts that first. */
function sorted(rows: readonly CommitteeRow[], sort: TableSort | null): readonly CommitteeRow[] {
  if (!sort) return rows;
  const direction = sort.direction === 'ascending' ? 1 : -1;
  const value = (row: CommitteeRow): string | number => {
    if (sort.key === 'load') return row.load ?? -1;
    return sort.key === 'role' ? row.role : sort.key === 'state' ? row.state : row.name;
  };
  return [...rows].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    return (
      direction *
      (typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other)))
    );
  });
}
