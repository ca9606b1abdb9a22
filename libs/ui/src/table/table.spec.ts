import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Cell } from './cell';
import { Table } from './table';
import { type TableColumn, type TableSort, type TableSource, rowsAtHand } from './table-source';

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
      [source]="source()"
      [rowId]="id"
      [rowLabel]="label"
      [selectable]="true"
      [canSelect]="canSelect"
      [(selected)]="selected"
      [(sort)]="sort"
      (open)="opened = $event"
    >
      <ng-template cvCell="title" [cvCellFrom]="source()" let-row>{{ row.title }}</ng-template>
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
  canSelect = (paper: Paper): boolean => paper.id !== 'p3';
  readonly source = signal<TableSource<Paper>>((offset, limit) => {
    this.asked.push([offset, limit]);
    const rows = Array.from({ length: limit }, (_, step) => ({
      id: `p${offset + step}`,
      title: `Paper ${offset + step}`,
    }));
    return Promise.resolve({ rows, total: 10_000 });
  });
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

  it('keeps its rows until the answer to another question is there', async () => {
    const { fixture, page } = await openPage();
    let answer: (page: { rows: Paper[]; total: number }) => void = () => undefined;
    fixture.componentInstance.source.set(() => new Promise((resolve) => (answer = resolve)));
    await fixture.whenStable();
    expect(page.querySelector('tr[data-row="0"]')?.textContent).toContain('Paper 0');
    expect(page.querySelector('table')?.getAttribute('aria-busy')).toBe('true');
    answer({ rows: [{ id: 'p7', title: 'Paper 7' }], total: 1 });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const drawn = [...page.querySelectorAll('tr[data-row]')].map((row) => row.textContent.trim());
    expect(drawn).toEqual(['Paper 7']);
    expect(page.querySelector('table')?.getAttribute('aria-busy')).toBe('false');
  });

  it('shows rows at hand at once', async () => {
    const { fixture, page } = await openPage();
    fixture.componentInstance.source.set(rowsAtHand([{ id: 'p1', title: 'Paper 1' }]));
    fixture.detectChanges();
    expect(page.querySelectorAll('tr[data-row]')).toHaveLength(1);
    expect(page.textContent).not.toContain('Loading');
  });

  it('offers no checkbox, key or “all” for a row that cannot be selected', async () => {
    const { fixture, page, press } = await openPage();
    expect(page.querySelector('tr[data-row="3"] input')).toBeNull();
    for (let step = 0; step < 4; step++) await press('j');
    await press('x');
    expect(fixture.componentInstance.selected().size).toBe(0);
    fixture.componentInstance.source.set(rowsAtHand(['p2', 'p3', 'p4'].map((id) => ({ id, title: id }))));
    await fixture.whenStable();
    page.querySelector<HTMLInputElement>('thead input')?.click();
    await fixture.whenStable();
    expect([...fixture.componentInstance.selected()]).toEqual(['p2', 'p4']);
  });
});
