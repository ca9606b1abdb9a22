import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How texts are compared in searches of people: words in lower case without accents, each after a space. */
export class SearchPeople1700000000013 implements MigrationInterface {
  name = 'SearchPeople1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      create function folded_words(text) returns text language sql immutable parallel safe as $words$
        select ' ' || regexp_replace(
          regexp_replace(lower(normalize($1, NFKD)), '[\u0300-\u036f]', '', 'g'),
          '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g') || ' '
      $words$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back but the backup.');
  }
}
