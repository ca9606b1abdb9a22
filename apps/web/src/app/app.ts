import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({
  selector: 'cv-root',
  imports: [RouterOutlet],
  template: `<main id="main" class="cv-main" tabindex="-1"><router-outlet /></main>`,
})
export class App {}
