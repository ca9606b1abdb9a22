import { Injectable, computed, inject } from '@angular/core';
import { type CallRole, type OwnCall, accountsApi } from '@convoke/contract';
import { Api } from './api-client';
import { CurrentCall } from './current-call';

const organisers: readonly CallRole[] = ['chair', 'track_chair', 'guest_editor', 'editor_in_chief'];

/** Who is signed in, and what they are to their calls. Pages may read it; what one may do comes with each view (`can`). */
@Injectable({ providedIn: 'root' })
export class Me {
  private readonly slug = inject(CurrentCall).slug;
  readonly resource = inject(Api).resource(accountsApi.me, () => ({}));
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  readonly person = computed(() => this.view()?.person);
  readonly calls = computed(() => this.view()?.calls ?? []);

  /** The call of the address; on pages over all calls the one last visited, or the only one the person works for. */
  readonly call = computed<OwnCall | undefined>(() => {
    const calls = this.calls();
    const organised = calls.filter((call) => call.roles.some((role) => organisers.includes(role)));
    return calls.find((call) => call.slug === this.slug()) ?? (organised.length === 1 ? organised[0] : undefined);
  });

  /** Whether the person has one of these roles in any call. */
  isAnywhere(...roles: CallRole[]): boolean {
    return this.calls().some((call) => call.roles.some((role) => roles.includes(role)));
  }

  /** After the profile, a role or a call changed. */
  refresh(): void {
    this.resource.reload();
  }
}
