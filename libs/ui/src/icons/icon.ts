import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { type IconName, icons } from './icons';

/** A drawing beside words is hidden from readers; with a `label` it is an image of that name. */
@Component({
  selector: 'cv-icon',
  template: '',
  host: {
    '[innerHTML]': 'drawing()',
    '[attr.role]': "label() ? 'img' : null",
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': 'label() ? null : true',
  },
  styles: `
    :host {
      display: inline-block;
      width: 1rem;
      height: 1rem;
      flex: none;
      vertical-align: -0.18em;
    }
    :host ::ng-deep svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  private readonly sanitizer = inject(DomSanitizer);
  readonly name = input.required<IconName>();
  readonly label = input<string>();

  protected readonly drawing = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(
      `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${icons[this.name()]}</svg>`,
    ),
  );
}
