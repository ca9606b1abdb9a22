import { Injectable, inject } from '@angular/core';
import type { SettingView, SightChangeView, TermsChange, VisibilityView } from '@convoke/contract';
import { phaseWords, spanWords } from '@convoke/texts';
import { Texts } from '@convoke/ui';

type Kind = VisibilityView['kind'];
type Effect = SettingView['effects'][number];

/** Who sees what, when, in the words of the field. */
@Injectable({ providedIn: 'root' })
export class SeeingWords {
  private readonly texts = inject(Texts);

  setting(name: string): string {
    return this.texts.maybe(`see.s.${name}`) ?? this.texts.maybe(`see.step.${name}`) ?? name;
  }

  why(name: string): string {
    return this.texts.maybe(`see.w.${name}`) ?? '';
  }

  needs(on: string, needs: string | null): string {
    return this.texts.maybe(`see.needs.${on}.${needs ?? 'anonymity'}`) ?? '';
  }

  who(who: string): string {
    return this.texts.maybe(`see.who.${who}`) ?? who;
  }

  field(field: string): string {
    return this.texts.maybe(`see.field.${field}`) ?? field;
  }

  phase(phase: string, kind: Kind): string {
    return phaseWords(this.texts, phase, kind);
  }

  list(words: readonly string[]): string {
    return new Intl.ListFormat(this.texts.locale(), { type: 'conjunction' }).format(words);
  }

  /** “reviewers who have submitted their review: who wrote which review, from “in discussion” to “authors told””. */
  effect({ who, fields, from, to }: Effect, kind: Kind): string {
    return this.texts.t('see.effect', {
      who: this.list(who.map((one) => this.who(one))),
      fields: this.list(fields.map((field) => this.field(field))),
      when: spanWords(this.texts, from, to, kind),
    });
  }

  /** “23 reviewers: who wrote which review, on 14 submissions”. */
  change({ who, people, fields, submissions }: SightChangeView): string {
    const counted =
      people === null ? this.texts.t('see.count.stranger') : this.texts.maybe(`see.count.${who}`, { n: people });
    return this.texts.t('see.preview.line', {
      who: counted ?? who,
      fields: this.list(fields.map((field) => this.field(field))),
      submissions,
    });
  }

  /** “Anonymity: double → single”. */
  changed({ name, from, to }: TermsChange['changed'][number]): string {
    const value = (one: string): string => this.texts.maybe(`see.page.value.${one}`) ?? one;
    return this.texts.t('see.page.changeOf', { name: this.nameOf(name), from: value(from), to: value(to) });
  }

  private nameOf(name: string): string {
    if (name === 'anonymity') return this.texts.t('see.page.mode');
    return name.startsWith('type:') ? name.slice('type:'.length) : this.setting(name);
  }
}
