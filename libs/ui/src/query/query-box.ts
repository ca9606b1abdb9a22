import {
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import {
  type Completion,
  type CompletionOption,
  completionsAt,
  type Language,
  MAX_QUERY,
  type Names,
  parseQuery,
} from '@convoke/contract';
import type { TextKey } from '@convoke/texts';
import { Texts, TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';
import { QueryErrorLine } from './query-error';
import type { QueryExample } from './query-examples';

/** What is asked: `anew` where it begins a search rather than goes on with the one just typed. */
export interface Asked {
  readonly text: string;
  readonly anew: boolean;
}

let boxes = 0;
/** How long somebody pauses who has finished a word, and who is stuck. */
const pauses = { ask: 250, complain: 900 };

/**
 * The query box of a list: what can be typed is completed, what cannot be read is said with its place, and only what can be read is
 * asked. What is typed is never lost.
 */
@Component({
  selector: 'cv-query-box',
  imports: [Icon, QueryErrorLine, TextPipe],
  templateUrl: './query-box.html',
  styleUrl: './query-box.css',
})
export class QueryBox {
  private readonly texts = inject(Texts);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly language = input.required<Language>();
  /** The query in force, as it was typed. */
  readonly query = input('');
  readonly label = input.required<string>();
  readonly hint = input('');
  /** What only the list knows: its tracks, topics, tags. */
  readonly names = input<Names>({});
  readonly examples = input<readonly QueryExample[]>([]);
  /** What words beside each other mean here, and what is found of what one may not see. */
  readonly lead = input<TextKey>('search.howLead');
  readonly limits = input<TextKey | null>('search.howHidden');
  readonly asked = output<Asked>();

  protected readonly id = `cv-query-${(boxes += 1)}`;
  protected readonly longest = MAX_QUERY + 100;
  protected readonly text = signal('');
  protected readonly caret = signal(0);
  protected readonly completion = signal<Completion | null>(null);
  protected readonly active = signal(-1);
  protected readonly help = signal(false);
  protected readonly error = computed(() => {
    const parsed = parseQuery(this.text(), this.language());
    return parsed.ok ? null : parsed.error;
  });
  /** Nobody is corrected in the middle of a word. */
  protected readonly complains = signal(true);
  private typing: ReturnType<typeof setTimeout> | undefined;
  private stuck: ReturnType<typeof setTimeout> | undefined;
  private sent: string | null = null;
  private anew = true;

  constructor() {
    effect(() => {
      const query = this.query();
      // what was asked from here comes back while somebody types on; anything else is a link or the way back
      if (query !== this.sent) {
        untracked(() => {
          this.text.set(query);
          this.close();
        });
      }
      this.sent = null;
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.typing);
      clearTimeout(this.stuck);
    });
  }

  focus(): void {
    const { nativeElement } = this.box();
    nativeElement.focus();
    nativeElement.select();
  }

  protected type(): void {
    const { value, selectionStart } = this.box().nativeElement;
    this.text.set(value);
    this.complains.set(false);
    clearTimeout(this.stuck);
    this.stuck = setTimeout(() => this.complains.set(true), pauses.complain);
    this.suggest(selectionStart ?? value.length, false);
    this.askSoon();
  }

  protected onKey(event: KeyboardEvent): void {
    const completion = this.completion();
    const count = completion?.options.length ?? 0;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!completion) return this.suggest(this.box().nativeElement.selectionStart ?? 0, true);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // −1 is the box itself
        return this.active.update((before) => ((before + 1 + step + count + 1) % (count + 1)) - 1);
      }
      case 'Tab':
      case 'Enter': {
        const option = completion?.options[this.active()];
        if (option) {
          event.preventDefault();
          return this.accept(option);
        }
        this.close();
        this.complains.set(true);
        return this.ask();
      }
      case 'Escape':
        if (completion || this.help()) {
          event.preventDefault();
          event.stopPropagation();
          this.help.set(false);
          return this.close();
        }
        return this.box().nativeElement.blur();
    }
  }

  protected leave(): void {
    this.close();
    this.complains.set(true);
    this.ask();
    this.anew = true;
  }

  protected accept(option: CompletionOption): void {
    const completion = this.completion();
    if (!completion) return;
    const { nativeElement } = this.box();
    const before = this.text().slice(0, completion.from) + option.insert;
    const rest = this.text().slice(completion.to);
    const after = option.insert.endsWith(' ') ? rest.trimStart() : rest;
    nativeElement.value = before + after;
    nativeElement.focus();
    nativeElement.setSelectionRange(before.length, before.length);
    this.type();
  }

  /** An example takes the place of what was typed. */
  protected tryOut(query: string): void {
    this.text.set(query);
    this.anew = true;
    this.ask();
    this.box().nativeElement.focus();
  }

  protected clear(): void {
    this.tryOut('');
  }

  protected meaning({ field, value }: CompletionOption): string {
    if (value === null) return this.texts.maybe(`search.field.${field}`) ?? '';
    const elsewhere: Readonly<Record<string, string>> = {
      ...{ status: 'state', dec: 'outcome', sort: 'record.sort', kind: 'outbox.class' },
    };
    return (
      this.texts.maybe(`search.choice.${field}.${value}`) ??
      this.texts.maybe(`${elsewhere[field] ?? field}.${value}`) ??
      ''
    );
  }

  private suggest(caret: number, wanted: boolean): void {
    const found = completionsAt(this.text(), caret, this.language(), this.names());
    const begun = found !== null && (wanted || found.stem !== '' || /[:#]$/u.test(this.text().slice(0, caret)));
    const [only, ...others] = found?.options ?? [];
    const complete = others.length === 0 && only?.insert.trim() === found?.stem;
    this.completion.set(begun && !complete ? found : null);
    this.active.set(wanted && begun ? 0 : -1);
  }

  private close(): void {
    this.completion.set(null);
    this.active.set(-1);
  }

  private askSoon(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ask(), pauses.ask);
  }

  private ask(): void {
    clearTimeout(this.typing);
    const text = this.text().trim();
    if (this.error() !== null || text === (this.sent ?? this.query()).trim()) return;
    this.sent = text;
    this.asked.emit({ text, anew: this.anew });
    this.anew = false;
  }
}
