import { Directive, TemplateRef, inject, input } from '@angular/core';
import type { TableSource } from './table-source';

/**
 * How one column of a `cv-table` is shown: `<ng-template cvCell="title" [cvCellFrom]="source()" let-row>…`. The source is
 * named for its type only, so that `row` is known in the template.
 */
@Directive({ selector: 'ng-template[cvCell]' })
export class Cell<Row> {
  readonly template = inject<TemplateRef<{ $implicit: Row; index: number }>>(TemplateRef);
  readonly cvCell = input.required<string>();
  readonly cvCellFrom = input.required<TableSource<Row>>();

  static ngTemplateContextGuard<Row>(_: Cell<Row>, context: unknown): context is { $implicit: Row; index: number } {
    return context !== null;
  }
}
