import { Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { PaperTalk } from '@convoke/contract';
import { Icon, Texts } from '@convoke/ui';

interface Link {
  readonly words: string;
  readonly tab: string;
  readonly isNew: boolean;
}

/** From a review to what is said about its paper: the reviews of others, the discussion, the authors' response. Nothing where there is none. */
@Component({
  selector: 'cv-talk-links',
  imports: [Icon, RouterLink],
  template: `
    @for (link of links(); track link.tab + link.words) {
      <a [routerLink]="['/c', call(), 's', number()]" [queryParams]="query(link)" [attr.data-new]="link.isNew || null">
        @if (link.isNew) {
          <cv-icon name="bell" />
        }
        {{ link.words }}
      </a>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-4);
      font: var(--t-13) var(--font-ui);
    }
    a {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
      min-height: 1.5rem;
    }
    a[data-new] {
      font-weight: 600;
    }
  `,
})
export class TalkLinks {
  private readonly texts = inject(Texts);
  readonly call = input.required<string>();
  readonly number = input.required<number>();
  readonly talk = input.required<PaperTalk>();
  readonly seesReviews = input(false);

  protected readonly links = computed((): Link[] => {
    const { discussion, response } = this.talk();
    return [
      ...(this.seesReviews() ? [{ words: this.texts.t('talk.links.reviews'), tab: 'reviews', isNew: false }] : []),
      ...(discussion
        ? [
            {
              words: this.texts.t('talk.links.discussion', {
                unread: discussion.unread,
                open: discussion.open ? 'yes' : 'no',
              }),
              tab: 'discussion',
              isNew: discussion.unread > 0,
            },
          ]
        : []),
      ...(response
        ? [
            {
              words: this.texts.t('talk.links.response', {
                state: response.submitted ? 'in' : response.open ? 'awaited' : 'none',
              }),
              tab: 'reviews',
              isNew: false,
            },
          ]
        : []),
    ];
  });

  protected query({ tab }: Link): Params {
    return { tab };
  }
}
