import { Component, ElementRef, afterNextRender, inject, Injector, signal } from '@angular/core';
import type { AuthorInput } from '@convoke/contract';
import { Field, Icon, Input, TextPipe, Texts } from '@convoke/ui';
import { DraftEditor } from './draft-editor';
import { PasteAuthors } from './paste-dialog';

const nobody: AuthorInput = {
  givenName: '',
  familyName: '',
  address: '',
  affiliation: '',
  country: '',
  isCorresponding: false,
  mayEdit: false,
};
type TextField = 'givenName' | 'familyName' | 'address' | 'affiliation' | 'country';

/** Authors in the order in which they are printed. */
@Component({
  selector: 'cv-authors-step',
  imports: [Field, Icon, Input, TextPipe],
  templateUrl: './authors-step.html',
  styleUrl: './authors-step.css',
})
export class AuthorsStep {
  private readonly texts = inject(Texts);
  private readonly paste = inject(PasteAuthors);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly editor = inject(DraftEditor);
  /** Read out after a move or a removal. */
  protected readonly said = signal('');
  protected readonly textFields: readonly {
    field: TextField;
    label: `submission.authors.${'given' | 'family' | 'address' | 'affiliation' | 'country'}`;
    max: number;
    autocomplete: string;
  }[] = [
    { field: 'givenName', label: 'submission.authors.given', max: 200, autocomplete: 'off' },
    { field: 'familyName', label: 'submission.authors.family', max: 200, autocomplete: 'off' },
    { field: 'address', label: 'submission.authors.address', max: 254, autocomplete: 'off' },
    { field: 'affiliation', label: 'submission.authors.affiliation', max: 300, autocomplete: 'off' },
  ];

  protected nameOf(author: AuthorInput, index: number): string {
    return (
      `${author.givenName} ${author.familyName}`.trim() || this.texts.t('submission.authors.position', { n: index + 1 })
    );
  }

  protected type(index: number, field: TextField, value: string): void {
    this.change(index, { [field]: value });
  }

  protected mark(index: number, isCorresponding: boolean): void {
    this.change(index, { isCorresponding });
  }

  protected letEdit(index: number, mayEdit: boolean): void {
    this.change(index, { mayEdit });
  }

  /** Whoever began the submission, and oneself. */
  protected alwaysEdits(author: AuthorInput): boolean {
    const address = author.address.trim().toLowerCase();
    return this.editor.form().alwaysEdit.some((one) => one.toLowerCase() === address);
  }

  protected move(index: number, by: 1 | -1): void {
    const authors = [...this.editor.fields().authors];
    const [author] = authors.splice(index, 1);
    if (!author) return;
    authors.splice(index + by, 0, author);
    this.editor.set('authors', authors);
    this.said.set(this.texts.t('submission.authors.moved', { name: this.nameOf(author, index), n: index + by + 1 }));
  }

  protected remove(index: number): void {
    const authors = this.editor.fields().authors;
    const gone = authors[index];
    if (!gone) return;
    this.editor.set(
      'authors',
      authors.filter((_, at) => at !== index),
    );
    this.said.set(this.texts.t('submission.authors.removed', { name: this.nameOf(gone, index) }));
  }

  protected add(): void {
    const { authors } = this.editor.fields();
    this.editor.set('authors', [...authors, { ...nobody, isCorresponding: authors.length === 0 }]);
    this.focusAuthor(authors.length);
  }

  protected async pasteList(): Promise<void> {
    const { authors } = this.editor.fields();
    const pasted = await this.paste.ask(authors);
    if (pasted.length === 0) return;
    this.editor.set('authors', [
      ...this.editor.fields().authors,
      ...pasted.map((author) => ({ ...nobody, ...author })),
    ]);
    this.focusAuthor(authors.length);
  }

  private change(index: number, part: Partial<AuthorInput>): void {
    const { authors } = this.editor.fields();
    this.editor.set(
      'authors',
      authors.map((author, at) => (at === index ? { ...author, ...part } : author)),
    );
  }

  private focusAuthor(index: number): void {
    const focus = (): void =>
      this.host.nativeElement.querySelectorAll('fieldset')[index]?.querySelector('input')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
