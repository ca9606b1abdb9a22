import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Cell } from './cell';
import { Table } from './table';
import { type TableColumn, type TableSort, type TableSource } from './table-source';

interface Paper {
  readonly id: string;
  readonly title: string;
}

@Component({
  imports: [Cell, Table],
  template: `
    <cv-table
      caption="Papers"
      [columns]="columns"
      [source]="source"
      [rowId]="id"
      [rowLabel]="label"
      [selectable]="true"
      [(selected)]="selected"
      [(sort)]="sort"
      (open)="opened = $event"
    >
      <ng-template cvCell="title" [cvCellFrom]="source" let-row>{{ row.title }}</ng-template>
    </cv-table>
    <input id="elsewhere" />
  `,
})
class Page {
  asked: [number, number][] = [];
  opened: Paper | null = null;
  readonly columns: TableColumn[] = [{ key: 'title', label: 'Title', sortable: true }];
  readonly selected = signal<ReadonlySet<string>>(new Set());
  readonly sort = signal<TableSort | null>(null);
  readonly source: TableSource<Paper> = (offset, limit) => {
    this.asked.push([offset, limit]);
    const rows = Array.from({ length: limit }, (_, step) => ({
      id: `p${offset + step}`,
      title: `Paper ${offset + step}`,
    }));
    return Promise.resolve({ rows, total: 10_000 });
  };
  readonly id = (paper: Paper) => paper.id;
  readonly label = (paper: Paper) => paper.title;
}

async function openPage(): Promise<{
  fixture: ComponentFixture<Page>;
  page: HTMLElement;
  press(key: string, at?: Element): Promise<void>;
}> {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  return {
    fixture,
    page,
    press: async (key, at = document.body) => {
      at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    },
  };
}

describe('the chairs’ table', () => {
  beforeEach(() => (window.scrollBy = () => undefined));

  it('tells how many rows there are, and draws only those in view', async () => {
    const { page } = await openPage();
    expect(page.querySelector('table')?.getAttribute('aria-rowcount')).toBe('10001');
    const drawn = page.querySelectorAll('tr[data-row]').length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(200);
  });

  it('asks the server once for a hundred rows at a time', async () => {
    const { fixture } = await openPage();
    expect(fixture.componentInstance.asked).toEqual([[0, 100]]);
  });

  it('moves with j and k, selects with x, opens with Enter', async () => {
    const { fixture, page, press } = await openPage();
    await press('j');
    await press('j');
    await press('k');
    await press('j');
    expect(document.activeElement?.getAttribute('data-row')).toBe('1');
    await press('x');
    expect([...fixture.componentInstance.selected()]).toEqual(['p1']);
    expect(page.querySelector('tr[data-row="1"]')?.getAttribute('aria-selected')).toBe('true');
    await press('Enter', page.querySelector('tr[data-row="1"]') ?? undefined);
    expect(fixture.componentInstance.opened?.id).toBe('p1');
  });

  it('leaves the keys alone while someone types', async () => {
    const { page, press } = await openPage();
    await press('j', page.querySelector('#elsewhere') ?? undefined);
    expect(page.querySelector('tr.current')).toBeNull();
  });

  it('says how it is sorted, and turns the order at the second press', async () => {
    const { fixture, page } = await openPage();
    const head = () => page.querySelector('th[aria-sort]');
    expect(head()?.getAttribute('aria-sort')).toBe('none');
    head()?.querySelector('button')?.click();
    await fixture.whenStable();
    expect(head()?.getAttribute('aria-sort')).toBe('ascending');
    head()?.querySelector('button')?.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.sort()).toEqual({ key: 'title', direction: 'descending' });
  });
});
