import { Injectable, computed, inject, signal } from '@angular/core';
import { type CallSetup, callsApi } from '@convoke/contract';
import { Api } from '../../shell/api-client';

/** The settings of the call on the page: loaded once, replaced by what each change answers. */
@Injectable()
export class SetupState {
  private readonly call = signal<string | undefined>(undefined);
  private readonly answered = signal<CallSetup | undefined>(undefined);
  readonly resource = inject(Api).resource(callsApi.setup, () => {
    const call = this.call();
    return call === undefined ? undefined : { params: { call } };
  });
  readonly view = computed(() => this.answered() ?? (this.resource.hasValue() ? this.resource.value() : undefined));
  readonly slug = computed(() => this.call() ?? '');

  open(call: string): void {
    if (this.call() === call) return;
    this.answered.set(undefined);
    this.call.set(call);
  }

  /** The settings for sure: sections are only shown once they are there. */
  readonly setup = computed(() => {
    const view = this.view();
    if (!view) throw new Error('The settings are not loaded yet');
    return view;
  });

  apply(setup: CallSetup): void {
    this.answered.set(setup);
  }

  /** Fetches what somebody else saved. */
  async refresh(): Promise<void> {
    this.apply(await this.api.call(callsApi.setup, { params: { call: this.slug() } }));
  }

  private readonly api = inject(Api);
}
