import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import {
  committeeLanguage,
  committeePart,
  type CommitteeRow,
  type CommitteeView,
  type Names,
  type OfficeState,
  type ShownState,
} from '@convoke/contract';
import { dayAndMonth } from '@convoke/texts';
import {
  Cell,
  committeeExamples,
  Confirm,
  Empty,
  Icon,
  Loading,
  PageHead,
  ProblemPanel,
  QueryBox,
  StateChip,
  type Tab,
  Table,
  type TableColumn,
  type TableSort,
  type TableSource,
  Tabs,
  TextPipe,
  Texts,
  Toasts,
} from '@convoke/ui';
import { addressQuery } from '../../shell/address-query';
import { CommitteeApi } from '../committee.api';
import { AskLoad } from '../load-dialog/load-dialog';

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
  imports: [
    Cell,
    Empty,
    Icon,
    Loading,
    MatMenuModule,
    PageHead,
    ProblemPanel,
    QueryBox,
    RouterLink,
    StateChip,
    Table,
    Tabs,
    TextPipe,
  ],
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
  /** From the address. */
  readonly part = input<string>();
  readonly query = input<string>();
  protected readonly committee = this.api.committee(() => this.call());
  protected readonly asking = addressQuery(this.query, committeeLanguage);
  protected readonly language = committeeLanguage;
  protected readonly examples = committeeExamples;
  protected readonly total = signal<number | null>(null);
  protected readonly problem = signal<unknown>(null);
  protected readonly shapes = shapes;
  protected readonly idOf = (row: CommitteeRow): string => row.id;
  protected readonly labelOf = (row: CommitteeRow): string => row.name;
  private readonly box = viewChild(QueryBox);
  /** Counts the changes made from here: after each the list is asked for anew. */
  private readonly turn = signal(0);

  private readonly shown = computed(() => committeePart.safeParse(this.part()).data ?? 'all');
  private readonly counts = computed(() => (this.committee.hasValue() ? this.committee.value().counts : undefined));
  protected readonly tabs = computed<Tab[]>(() =>
    committeePart.options
      .map((part) => ({
        label: this.texts.t(`committee.group.${part}`),
        link: [],
        query: { part: part === 'all' ? null : part, query: this.query() ?? null },
        count: this.counts()?.[part] ?? 0,
        current: this.shown() === part,
      }))
      .filter(({ count, current }, index) => index === 0 || current || count > 0),
  );
  protected readonly lead = computed(() => {
    const { chairs = 0, reviewers = 0, pending = 0 } = this.counts() ?? {};
    return this.texts.t('committee.lead', { active: chairs + reviewers, pending });
  });
  protected readonly names = computed((): Names => {
    if (!this.committee.hasValue()) return {};
    const { tracks, topics } = this.committee.value();
    return { track: tracks, topic: topics };
  });
  protected readonly source = computed<TableSource<CommitteeRow>>(() => {
    this.turn();
    const [call, part, query] = [this.call(), this.shown(), this.asking.good()?.text ?? ''];
    return (offset, limit) => this.api.people(call, { part, query }, offset, limit);
  });
  private readonly order = computed(() => this.asking.good()?.query.sort ?? { key: 'name', descending: false });
  protected readonly sort = computed<TableSort>(() => ({
    key: this.order().key === 'status' ? 'state' : this.order().key,
    direction: this.order().descending ? 'descending' : 'ascending',
  }));
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

  protected sortBy(sort: TableSort | null): void {
    const key = sort?.key === 'state' ? 'status' : (sort?.key ?? 'name');
    const before = this.order();
    const descending = before.key === key ? !before.descending : key === 'load';
    const plain = key === 'name' && !descending;
    this.asking.change({ where: this.asking.good()?.query.where ?? null, sort: plain ? null : { key, descending } });
  }

  protected toQuery(): void {
    this.box()?.focus();
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
      this.committee.set(await work());
      this.turn.update((turn) => turn + 1);
      this.toasts.done(said);
    } catch (error) {
      this.problem.set(error);
    }
  }
}
