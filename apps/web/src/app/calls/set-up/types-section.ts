import { Component, computed, inject } from '@angular/core';
import type { CallOf, FileSlot, callsApi } from '@convoke/contract';
import { Field, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { SetupState } from './setup-state';
import { StaleCompare } from './stale-compare';

type TypeRow = NonNullable<CallOf<typeof callsApi.setTypes>['body']>['types'][number];
type TypeAnonymity = NonNullable<TypeRow['anonymity']>;

const media = [
  { name: 'calls.types.pdf', type: 'application/pdf' },
  { name: 'calls.types.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  { name: 'calls.types.zip', type: 'application/zip' },
] as const;

/** What authors can send: types with their files, topics and anonymity. */
@Component({
  selector: 'cv-types-section',
  imports: [Field, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  templateUrl: './types-section.html',
  styles: `
    form > :not(.cv-dock) {
      max-width: 52rem;
    }
    .type {
      padding: var(--s-4) 0 var(--s-6);
      border-top: 1px solid var(--c-line);
    }
    .type > legend {
      font: 600 var(--t-16) var(--font-ui);
      float: left;
      width: 100%;
      padding: 0 0 var(--s-3);
    }
    fieldset {
      border: 0;
      padding: 0;
      margin: 0;
      min-width: 0;
    }
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
      gap: 0 var(--s-4);
      align-items: end;
      clear: both;
    }
    .row cv-field {
      margin-bottom: var(--s-3);
    }
    .slot {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-1) var(--s-4);
      align-items: end;
      padding: var(--s-2) 0;
    }
    .slot cv-field {
      flex: 1 1 12rem;
      margin-bottom: 0;
    }
    h3 {
      font: 600 var(--t-13) var(--font-ui);
      margin-top: var(--s-2);
    }
    .lead {
      margin-bottom: var(--s-4);
    }
  `,
})
export class TypesSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  protected readonly media = media;
  protected readonly anonymities: readonly TypeAnonymity[] = ['none', 'single', 'double', 'triple'];
  protected readonly draft = new Draft(
    this.state,
    computed(() => ({ types: this.state.setup().call.types as readonly TypeRow[] })),
    computed(() => this.state.setup().version),
  );
  protected readonly types = computed(() => this.draft.value().types);
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);

  protected anonymityWords(one: TypeAnonymity): string {
    return this.texts.t(`calls.types.anonymity.${one}`);
  }

  /** A type that is saved: changing its anonymity shows first who would see what, and that is done elsewhere. */
  protected isKnown(type: TypeRow): boolean {
    return type.id !== undefined;
  }

  protected isInUse(type: TypeRow): boolean {
    return type.id !== undefined && this.state.setup().inUse.includes(type.id);
  }

  protected change(index: number, part: Partial<TypeRow>): void {
    this.draft.change({ types: this.types().map((type, at) => (at === index ? { ...type, ...part } : type)) });
  }

  protected chooseAnonymity(index: number, chosen: string): void {
    this.change(index, { anonymity: this.anonymities.find((one) => one === chosen) ?? null });
  }

  protected changeTopics(index: number, part: { min?: number; max?: number }): void {
    const settings = this.types()[index]?.settings ?? {};
    this.change(index, { settings: { ...settings, topics: { min: 0, max: 5, ...settings.topics, ...part } } });
  }

  protected changeSlots(index: number, slots: TypeRow['settings']['slots']): void {
    this.change(index, { settings: { ...this.types()[index]?.settings, slots } });
  }

  protected changeSlot(index: number, slot: number, part: Partial<FileSlot>): void {
    const slots = this.types()[index]?.settings.slots ?? [];
    this.changeSlots(
      index,
      slots.map((one, at) => (at === slot ? { ...one, ...part } : one)),
    );
  }

  protected accept(index: number, slot: number, type: FileSlot['mediaTypes'][number], on: boolean): void {
    const types = this.types()[index]?.settings.slots?.[slot]?.mediaTypes ?? [];
    this.changeSlot(index, slot, { mediaTypes: on ? [...types, type] : types.filter((one) => one !== type) });
  }

  protected addSlot(index: number): void {
    const slots = this.types()[index]?.settings.slots ?? [];
    const label = this.texts.t('calls.types.slotLabel');
    this.changeSlots(index, [
      ...slots,
      { key: freeKey('file', slots), label, required: false, mediaTypes: ['application/pdf'] },
    ]);
  }

  protected removeSlot(index: number, slot: number): void {
    this.changeSlots(
      index,
      (this.types()[index]?.settings.slots ?? []).filter((_, at) => at !== slot),
    );
  }

  protected add(): void {
    const slots: FileSlot[] = [
      {
        key: 'paper',
        label: this.texts.t('calls.date.paper'),
        required: true,
        mediaTypes: ['application/pdf'],
        maxBytes: 52_428_800,
        maxFiles: 1,
      },
    ];
    const settings = { slots, topics: { min: 0, max: 5 } };
    const name = this.texts.t('calls.types.new');
    this.draft.change({
      types: [...this.types(), { key: freeKey('type', this.types()), name, anonymity: null, isOpen: true, settings }],
    });
  }

  protected remove(index: number): void {
    this.draft.change({ types: this.types().filter((_, at) => at !== index) });
  }

  protected save(): Promise<boolean> {
    return this.draft.save(({ types }, version) =>
      this.calls.setTypes(this.state.slug(), { version, types: [...types] }),
    );
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }
}

function freeKey(stem: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map((one) => one.key));
  for (let n = 1; ; n += 1) if (!keys.has(`${stem}_${n}`)) return `${stem}_${n}`;
}
