import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { lookedFrom, type Sight, type SightLine } from '@convoke/contract';
import { type Verdict, reasonWords, verdictOf } from '@convoke/texts';
import { Icon, Input, Field, Loading, TextPipe, Texts } from '@convoke/ui';
import { SeeingWords } from '../../calls/visibility/seeing-words';
import { RecordsApi } from '../records.api';

interface Group {
  readonly title: string;
  readonly lines: readonly SightLine[];
}

const groups = [
  ['paper', /^(submission|author|file)\./],
  ['reviews', /^(review|own_review)\./],
  ['talk', /^(discussion|author_response|decision|meta_review)\./],
  ['work', /^(assignment|bid|conflict|email_log|audit_log)\./],
] as const;

/**
 * Why somebody sees something of a submission: a chair picks a person, or anybody of a standing, and reads the rule for each thing.
 * Whom one asks about is in the address, so that Back leads to the choice.
 */
@Component({
  selector: 'cv-who-sees',
  imports: [Field, Icon, Input, Loading, RouterLink, TextPipe],
  templateUrl: './who-sees.html',
  styleUrl: './who-sees.css',
})
export class WhoSees {
  private readonly api = inject(RecordsApi);
  private readonly texts = inject(Texts);
  private readonly words = inject(SeeingWords);
  readonly call = input.required<string>();
  readonly number = input.required<number>();
  /** Whether the chair knows the authors. */
  readonly knowsAuthors = input(true);
  readonly kind = input.required<Sight['kind']>();
  /** Whose eyes: `person:<id>` or `standing:<name>`; nothing = to be picked. */
  readonly of = input<string>();

  protected readonly find = linkedSignal<string | undefined, string>({ source: this.of, computation: () => '' });
  protected readonly people = this.api.people(
    () => ({ call: this.call(), number: this.number() }),
    () => (this.of() === undefined ? this.find() : undefined),
  );
  protected readonly sight = this.api.sight(
    () => ({ call: this.call(), number: this.number() }),
    () => this.of(),
  );
  /** The list of before stays while the next letter is asked for. */
  protected readonly found = linkedSignal({
    source: () => (this.people.hasValue() ? this.people.value().people : null),
    computation: (now, before: { value: readonly { id: string; name: string; part: string }[] } | undefined) =>
      now ?? before?.value ?? [],
  });
  /** A special issue has no committee that sees papers unasked. */
  protected readonly anybody = computed(() =>
    lookedFrom.filter((standing) => !(standing === 'pool' && this.kind() === 'special_issue')),
  );
  protected readonly groups = computed<Group[]>(() => {
    const lines = this.sight.hasValue() ? this.sight.value().lines : [];
    return groups.map(([name, fields]) => ({
      title: this.texts.t(`see.look.group.${name}`),
      lines: lines.filter(({ field }) => fields.test(field)),
    }));
  });

  protected link(of: string | null): { tab: string; of: string | null } {
    return { tab: 'sight', of };
  }

  protected one(standing: string): string {
    return this.texts.maybe(`see.one.${standing}`) ?? standing;
  }

  protected part(part: string): string {
    return this.texts.maybe(`see.part.${part}`) ?? part;
  }

  protected name({ name, standing }: Sight): string {
    return name ?? this.one(standing);
  }

  protected field(field: string): string {
    const words = this.words.field(field);
    return words.charAt(0).toLocaleUpperCase(this.texts.locale()) + words.slice(1);
  }

  protected verdict(line: SightLine): Verdict {
    return verdictOf(line);
  }

  protected why(line: SightLine, { kind, verified }: Sight): string {
    return reasonWords(this.texts, line, { kind, verified });
  }
}
