import { Component } from '@angular/core';
import { TextPipe } from '@convoke/ui';

@Component({
  selector: 'cv-home',
  imports: [TextPipe],
  template: `<h1 class="cv-title">{{ 'home.title' | text }}</h1>`,
})
export class Home {}
