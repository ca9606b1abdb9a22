import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TextPipe } from '@convoke/ui';

/** What is not there, or may not be seen: the same words for both. */
@Component({
  selector: 'cv-not-found',
  imports: [RouterLink, TextPipe],
  template: `
    <h1 class="cv-title">{{ 'shell.notFound' | text }}</h1>
    <p class="cv-lead">{{ 'shell.notFoundWhy' | text }}</p>
    <a class="cv-button" data-look="main" routerLink="/">{{ 'shell.toNext' | text }}</a>
  `,
})
export class NotFound {}
