/** SQL: the name of a person, an author or somebody invited, as people read it, given the alias of the row. */
export function personName(alias: string): string {
  return `trim(${alias}.given_name || ' ' || ${alias}.family_name)`;
}
