import { type Signal, computed, signal } from '@angular/core';
import type { Contradiction, ReviewingStep, SettingView, VisibilityChange, VisibilityView } from '@convoke/contract';

type Anonymity = VisibilityView['anonymity'];
type TypeAnonymity = VisibilityView['types'][number]['anonymity'];
type Name = SettingView['name'];

interface Patch {
  readonly anonymity?: Anonymity;
  readonly types: Readonly<Record<string, TypeAnonymity>>;
  readonly steps: Readonly<Partial<Record<ReviewingStep, boolean>>>;
  readonly visibility: Readonly<Partial<Record<Name, boolean>>>;
}

const none: Patch = { types: {}, steps: {}, visibility: {} };
export const steps = ['bids', 'discussion', 'response', 'metaReview'] as const satisfies ReviewingStep[];

/**
 * What a chair turned, over what is saved: only what differs, so that it can be put on top of what somebody else saved
 * meanwhile.
 */
export class VisibilityEdits {
  private readonly patch = signal<Patch>(none);

  constructor(private readonly saved: Signal<VisibilityView | undefined>) {}

  readonly anonymity = computed(() => this.patch().anonymity ?? this.saved()?.anonymity ?? 'double');
  readonly visibility = computed(() => ({ ...this.saved()?.visibility, ...this.patch().visibility }));
  readonly steps = computed(() => {
    const saved = this.saved();
    const kept = Object.fromEntries(steps.map((step) => [step, saved?.[step]]));
    return { ...(kept as Record<ReviewingStep, boolean | undefined>), ...this.patch().steps };
  });
  readonly count = computed(() => {
    const { anonymity, types, steps: taken, visibility } = this.patch();
    return [types, taken, visibility].reduce((sum, part) => sum + Object.keys(part).length, anonymity ? 1 : 0);
  });
  /** As it goes to the server. */
  readonly change = computed<VisibilityChange>(() => {
    const { anonymity, types, steps: taken, visibility } = this.patch();
    return {
      ...(anonymity ? { anonymity } : {}),
      ...taken,
      visibility: { ...visibility },
      types: Object.entries(types).map(([id, own]) => ({ id, anonymity: own })),
    };
  });
  /** What contradicts itself as it stands on the page; the server has the last word. */
  readonly contradictions = computed<Contradiction[]>(() => {
    const isOn: Readonly<Partial<Record<string, boolean>>> = { ...this.visibility(), ...this.steps() };
    const idle = new Set<string>((this.saved()?.settings ?? []).filter((one) => one.idle).map((one) => one.name));
    return (this.saved()?.requirements ?? []).filter(
      ({ on, needs }) => needs !== null && isOn[on] && !isOn[needs] && !idle.has(on) && !idle.has(needs),
    );
  });
  /** The preset that is set now, whatever the anonymity; null = something was changed from it. */
  readonly preset = computed(() => {
    const [visibility, taken] = [this.visibility(), this.steps()];
    const found = this.saved()?.presets.find(
      (preset) =>
        steps.every((step) => preset[step] === taken[step]) &&
        (this.saved()?.settings ?? []).every(({ name }) => preset.visibility[name] === visibility[name]),
    );
    return found?.name ?? null;
  });

  typeAnonymity(id: string): TypeAnonymity {
    const own = this.patch().types[id];
    return own === undefined ? (this.saved()?.types.find((type) => type.id === id)?.anonymity ?? null) : own;
  }

  isChanged(name: Name): boolean {
    return name in this.patch().visibility;
  }

  setAnonymity(anonymity: Anonymity): void {
    this.patch.update(({ anonymity: _, ...rest }) =>
      anonymity === this.saved()?.anonymity ? rest : { ...rest, anonymity },
    );
  }

  setType(id: string, anonymity: TypeAnonymity): void {
    const saved = this.saved()?.types.find((type) => type.id === id)?.anonymity;
    this.patch.update((patch) => ({ ...patch, types: put(patch.types, id, anonymity, saved) }));
  }

  setStep(step: ReviewingStep, on: boolean): void {
    this.patch.update((patch) => ({ ...patch, steps: put(patch.steps, step, on, this.saved()?.[step]) }));
  }

  set(name: Name, on: boolean): void {
    const saved = this.saved()?.visibility[name];
    this.patch.update((patch) => ({ ...patch, visibility: put(patch.visibility, name, on, saved) }));
  }

  /** Turns everything to what a preset says; the anonymity stays. */
  usePreset(preset: VisibilityView['presets'][number]): void {
    for (const step of steps) this.setStep(step, preset[step]);
    for (const { name } of this.saved()?.settings ?? []) this.set(name, preset.visibility[name]);
  }

  clear(): void {
    this.patch.set(none);
  }
}

function put<T>(part: Readonly<Record<string, T>>, key: string, value: T, saved: T | undefined): Record<string, T> {
  const { [key]: _, ...rest } = part;
  return value === saved ? rest : { ...rest, [key]: value };
}
