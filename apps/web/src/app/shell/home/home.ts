import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DueView, type PhaseView, type TaskView, homeApi } from '@convoke/contract';
import { dayAndMonth, deadlineDayAndMonth, weekday } from '@convoke/texts';
import { Due, Empty, Icon, type IconName, Loading, Minute, StateChip, TextPipe, Texts } from '@convoke/ui';
import { Api } from '../api-client';
import { appPath } from '../app-path';
import { Me } from '../me';
import { Waiting } from '../waiting';

/** Days of the call, not minutes to act by: they are the same day for every reader. */
const wholeDays: readonly PhaseView['kind'][] = ['notification', 'doctoral_consortium', 'event'];

const shapes: Record<PhaseView['state'], IconName> = { done: 'done', now: 'now', todo: 'todo' };

/** “What is next”: all that waits for the person, by due date, over calls and roles; then what waits for others. */
@Component({
  selector: 'cv-home',
  imports: [Due, Empty, Icon, Loading, RouterLink, StateChip, TextPipe],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  private readonly texts = inject(Texts);
  private readonly minute = inject(Minute);
  protected readonly me = inject(Me);
  /** The call of the address: its phases are shown, and only its tasks. */
  readonly call = input<string>();
  private readonly waiting = inject(Waiting);
  private readonly ofCall = inject(Api).resource(homeApi.next, () => {
    const call = this.call();
    return call ? { query: { call } } : undefined;
  });
  /** Without a call it is the list that the navigation counts from, fetched once for both. */
  protected readonly next = computed(() => (this.call() ? this.ofCall : this.waiting.next));
  protected readonly path = appPath;

  protected readonly heading = computed(() => {
    const call = this.call() && this.me.call()?.name;
    if (call) return this.texts.t('home.titleIn', { call });
    const name = this.me.person()?.givenName;
    return name ? this.texts.t('home.titleFor', { name }) : this.texts.t('home.title');
  });

  protected readonly lead = computed(() => {
    const next = this.next();
    const tasks = next.hasValue() ? next.value().tasks : [];
    const words = this.texts.maybe(`home.numbers.${tasks.length}`) ?? String(tasks.length);
    const count = this.texts.t('home.lead', { count: tasks.length, words });
    const due = tasks[0]?.due;
    if (!due) return count;
    const closes = new Date(due.closesAt);
    const first =
      closes <= this.minute.now()
        ? this.texts.t('home.leadOverdue')
        : this.texts.t('home.leadDue', { day: weekday(closes, this.minute.now(), this.texts.locale()) });
    return `${count} ${first}`;
  });

  constructor() {
    this.waiting.refresh(2000);
  }

  protected shapeOf(phase: PhaseView): IconName {
    return shapes[phase.state];
  }

  protected words(part: 'task' | 'why' | 'act', task: TaskView): string {
    return this.texts.t(`home.${part}.${task.kind}`, {
      call: task.callName,
      title: task.paperTitle ?? '',
      ...task.facts,
    });
  }

  protected phaseWord(of: PhaseView['state'] | PhaseView['kind']): string {
    return this.texts.t(`phase.${of}`);
  }

  /** What stands at the end of a phase: how far it is, or when it is. */
  protected figure(phase: PhaseView): string {
    if (phase.state !== 'todo' && phase.done !== null) {
      return phase.of !== null && phase.of !== phase.done
        ? this.texts.t('phase.of', { done: phase.done, of: phase.of })
        : String(phase.done);
    }
    // what runs now says its date in words below
    if (!phase.due || phase.state === 'now') return '';
    return this.dateOf(phase.kind, phase.due);
  }

  protected dateOf(kind: PhaseView['kind'], due: DueView): string {
    return wholeDays.includes(kind) ? this.day(due) : this.date(due.closesAt);
  }

  /** The day of a letter or an event, which is the call's, not the reader's. */
  protected day(due: DueView): string {
    return deadlineDayAndMonth(due, this.texts.locale());
  }

  protected date(closesAt: string): string {
    return dayAndMonth(new Date(Date.parse(closesAt) - 60_000), this.texts.locale());
  }
}
