import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import type { Tag, TagScope } from '@convoke/contract';
import { Icon, ProblemPanel, TextPipe } from '@convoke/ui';
import { TagChip } from './tag-chip';
import { TagForm } from './tag-form';
import { TagsApi } from './tags.api';

/** The tags of one submission that the viewer may read; each can be taken away again, by those who may set it. */
@Component({
  selector: 'cv-record-tags',
  imports: [Icon, ProblemPanel, TagChip, TagForm, TextPipe],
  template: `
    <section class="line" [attr.aria-label]="'tags.title' | text">
      @for (tag of shown(); track tag.name + tag.scope) {
        <cv-tag [tag]="tag">
          <button type="button" [attr.aria-label]="'tags.remove' | text: { name: tag.name }" (click)="remove(tag)">
            <cv-icon name="close" />
          </button>
        </cv-tag>
      }
      <button type="button" class="cv-tool" [attr.aria-expanded]="open()" (click)="open.set(!open())">
        <cv-icon name="tag" />{{ 'tags.addOne' | text }}
      </button>
    </section>
    <cv-problem [error]="problem()" />
    @if (open()) {
      <div class="cv-panel">
        <cv-tag-form [scopes]="scopes()" (given)="add($event)">
          <button type="button" class="cv-button" data-look="low" (click)="open.set(false)">
            {{ 'ui.close' | text }}
          </button>
        </cv-tag-form>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-1) var(--s-2);
      align-items: center;
    }
    .line button:not(.cv-tool) {
      display: inline-grid;
      place-items: center;
      min-width: 1.5rem;
      min-height: 1.5rem;
      margin-right: -0.375rem;
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    .line button cv-icon {
      width: 0.75rem;
      height: 0.75rem;
    }
    .cv-tool cv-icon {
      width: 1rem;
      height: 1rem;
    }
    .cv-panel {
      max-width: 24rem;
      margin-top: var(--s-2);
    }
    @media print {
      .cv-tool {
        display: none;
      }
    }
  `,
})
export class RecordTags {
  private readonly api = inject(TagsApi);
  readonly call = input.required<string>();
  readonly submission = input.required<string>();
  readonly tags = input.required<readonly Tag[]>();
  readonly scopes = input.required<readonly TagScope[]>();

  protected readonly shown = linkedSignal(() => this.tags());
  protected readonly open = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected add(tag: Tag): Promise<void> {
    return this.change({ add: [tag] });
  }

  protected remove(tag: Tag): Promise<void> {
    return this.change({ remove: [tag] });
  }

  private async change(what: { add?: Tag[]; remove?: Tag[] }): Promise<void> {
    this.problem.set(null);
    try {
      const id = this.submission();
      const after = await this.api.change(this.call(), [id], what);
      this.shown.set(after.get(id) ?? []);
    } catch (error) {
      this.problem.set(error);
    }
  }
}
