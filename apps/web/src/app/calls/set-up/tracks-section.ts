import { Component, computed, inject, signal } from '@angular/core';
import type { CallSetup, CallView } from '@convoke/contract';
import { Field, Input, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { SetupState } from './setup-state';
import { TopicsEditor } from './topics-editor';
import { TrackEditor } from './track-editor';

/** The tracks of the call in their order, each with its text and topics; below them the topics of the whole call. */
@Component({
  selector: 'cv-tracks-section',
  imports: [Field, Input, ProblemPanel, TextPipe, TopicsEditor, TrackEditor],
  template: `
    @if (!call().tracks.length) {
      <p class="cv-note" data-look="warn">{{ 'calls.tracks.none' | text }}</p>
    }
    <ul class="cv-lines">
      @for (track of call().tracks; track track.id; let first = $first; let last = $last) {
        <li>
          <div class="track">
            <div>
              <h2>{{ track.name }}</h2>
              <p class="cv-small cv-muted">
                {{ coChairs(track) }} · {{ 'calls.tracks.topicCount' | text: { count: topicCount(track.id) } }}
              </p>
            </div>
            <div class="cv-row">
              @if (canEdit() && call().tracks.length > 1) {
                <button
                  type="button"
                  class="cv-button"
                  data-size="small"
                  [attr.aria-disabled]="first || null"
                  (click)="move(track.id, -1)"
                >
                  <span aria-hidden="true">↑</span
                  ><span class="cv-hidden">{{ 'calls.tracks.up' | text: { track: track.name } }}</span>
                </button>
                <button
                  type="button"
                  class="cv-button"
                  data-size="small"
                  [attr.aria-disabled]="last || null"
                  (click)="move(track.id, 1)"
                >
                  <span aria-hidden="true">↓</span
                  ><span class="cv-hidden">{{ 'calls.tracks.down' | text: { track: track.name } }}</span>
                </button>
              }
              @if (mayEdit(track.id) && open() !== track.id) {
                <button
                  type="button"
                  class="cv-button"
                  data-size="small"
                  [attr.aria-label]="'calls.tracks.edit' | text: { track: track.name }"
                  (click)="open.set(track.id)"
                >
                  {{ 'calls.dates.changeShort' | text }}
                </button>
              }
            </div>
          </div>
          @if (open() === track.id) {
            <cv-track-editor [trackId]="track.id" (closed)="open.set(null)" />
            <cv-topics-editor [trackId]="track.id" />
          }
        </li>
      }
    </ul>
    <cv-problem [error]="error()" />
    @if (canEdit()) {
      <form class="cv-row add" (submit)="$event.preventDefault(); add(name)">
        <cv-field [label]="'calls.tracks.name' | text">
          <input #name cvInput maxlength="300" required />
        </cv-field>
        <button class="cv-button">{{ 'calls.tracks.add' | text }}</button>
      </form>
      <cv-topics-editor [trackId]="null" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 52rem;
    }
    .track {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--s-2) var(--s-4);
    }
    .track > div:first-child {
      flex: 1 1 16rem;
    }
    h2 {
      font: 600 var(--t-16) var(--font-ui);
    }
    .add {
      align-items: end;
      margin: var(--s-4) 0 var(--s-12);
    }
    .add cv-field {
      flex: 1 1 16rem;
      margin-bottom: 0;
    }
  `,
})
export class TracksSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  protected readonly call = computed(() => this.state.setup().call);
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  protected readonly open = signal<string | null>(null);
  protected readonly error = signal<unknown>(null);

  protected mayEdit(trackId: string): boolean {
    return this.state.setup().can.editTracks.includes(trackId);
  }

  protected coChairs({ coChairs }: CallView['tracks'][number]): string {
    return this.texts.t('calls.tracks.coChairs', {
      count: coChairs.length,
      names: coChairs.map((one) => one.name).join(', '),
    });
  }

  protected topicCount(trackId: string): number {
    return this.call().topics.filter((topic) => topic.trackId === trackId).length;
  }

  protected async add(field: HTMLInputElement): Promise<void> {
    const name = field.value.trim();
    if (name === '') return;
    await this.carryOut(() => this.calls.addTrack(this.state.slug(), { name }));
    if (this.error() === null) field.value = '';
  }

  protected async move(trackId: string, by: -1 | 1): Promise<void> {
    const ids = this.call().tracks.map((track) => track.id);
    const from = ids.indexOf(trackId);
    const to = from + by;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    await this.carryOut(() => this.calls.orderTracks(this.state.slug(), { version: this.state.setup().version, ids }));
  }

  private async carryOut(work: () => Promise<CallSetup>): Promise<void> {
    this.error.set(null);
    try {
      this.state.apply(await work());
    } catch (error) {
      this.error.set(error);
    }
  }
}
