import { Component, computed, inject, input } from '@angular/core';
import { type DraftContact, draftLanguage, type Names } from '@convoke/contract';
import { Cell, QueryBox, Table, type TableColumn, type TableSource, TextPipe, Texts } from '@convoke/ui';
import { addressQuery } from '../../shell/address-query';
import { RecordsApi } from '../records.api';

/** Drafts nobody submitted: that they exist, whose, and where. Nothing opens them. */
@Component({
  selector: 'cv-draft-contacts',
  imports: [Cell, QueryBox, Table, TextPipe],
  template: `
    <p class="cv-lead">{{ 'record.drafts.lead' | text }}</p>
    <cv-query-box
      [language]="language"
      [query]="asking.text()"
      [label]="'search.label' | text"
      [hint]="'search.hintDrafts' | text"
      [names]="names()"
      (asked)="asking.ask($event)"
    >
      <p class="cv-small">{{ (asking.good() ? 'search.goodBefore' : 'search.noneYet') | text }}</p>
    </cv-query-box>
    <cv-table
      [caption]="'record.drafts.caption' | text"
      [columns]="columns()"
      [source]="source()"
      [rowId]="idOf"
      [rowLabel]="nameOf"
      [empty]="(asking.narrows() ? 'record.empty.query' : 'record.empty.drafts') | text"
    >
      <ng-template cvCell="contact" [cvCellFrom]="source()" let-row>
        <span [class.cv-faint]="row.contact === null">{{ nameOf(row) }}</span>
      </ng-template>
      <ng-template cvCell="address" [cvCellFrom]="source()" let-row>
        @if (row.contact; as contact) {
          <a [href]="'mailto:' + contact.address">{{ contact.address }}</a>
        }
      </ng-template>
      <ng-template cvCell="track" [cvCellFrom]="source()" let-row>{{ row.track }}</ng-template>
      <ng-template cvCell="type" [cvCellFrom]="source()" let-row>{{ row.type }}</ng-template>
    </cv-table>
  `,
})
export class DraftContacts {
  private readonly api = inject(RecordsApi);
  private readonly texts = inject(Texts);
  readonly call = input.required<string>();
  /** From the address. */
  readonly query = input<string>();
  readonly names = input<Names>({});
  protected readonly language = draftLanguage;
  protected readonly asking = addressQuery(this.query, draftLanguage);

  protected readonly source = computed<TableSource<DraftContact>>(() => {
    const [call, query] = [this.call(), this.asking.good()?.text ?? ''];
    return (offset, limit) => this.api.drafts(call, query, offset, limit);
  });
  protected readonly columns = computed<TableColumn[]>(() => [
    { key: 'contact', label: this.texts.t('record.drafts.contact'), phone: 'title' },
    { key: 'address', label: this.texts.t('record.drafts.address'), phone: 'state' },
    { key: 'track', label: this.texts.t('record.drafts.track') },
    { key: 'type', label: this.texts.t('record.drafts.type'), width: '9rem', phone: 'number' },
  ]);
  protected readonly idOf = (row: DraftContact): string => row.id;
  protected readonly nameOf = (row: DraftContact): string => row.contact?.name ?? this.texts.t('record.drafts.hidden');
}
