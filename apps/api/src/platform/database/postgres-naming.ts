import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/**
 * Names as PostgreSQL itself gives them (`call_pkey`, `call_slug_key`, `track_call_id_fkey`, `track_call_id_idx`), so that
 * hand-written migrations need to name nothing and TypeORM finds nothing to rename.
 */
export class PostgresNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(targetName: string, userSpecifiedName: string | undefined): string {
    return userSpecifiedName ?? snake(targetName);
  }

  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return snake([...embeddedPrefixes, customName ?? propertyName].join('_'));
  }

  override relationName(propertyName: string): string {
    return propertyName;
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }

  override joinTableName(firstTableName: string, secondTableName: string): string {
    return `${firstTableName}_${secondTableName}`;
  }

  override joinTableColumnName(tableName: string, propertyName: string, columnName?: string): string {
    return snake(`${tableName}_${columnName ?? propertyName}`);
  }

  override primaryKeyName(table: Table | string): string {
    return shortened(bare(this.getTableName(table)), [], 'pkey');
  }

  override uniqueConstraintName(table: Table | string, columnNames: string[]): string {
    return shortened(bare(this.getTableName(table)), columnNames, 'key');
  }

  override relationConstraintName(table: Table | string, columnNames: string[]): string {
    return shortened(bare(this.getTableName(table)), columnNames, 'key');
  }

  override foreignKeyName(table: Table | string, columnNames: string[]): string {
    return shortened(bare(this.getTableName(table)), columnNames, 'fkey');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return shortened(bare(this.getTableName(table)), columns, 'idx');
  }

  override checkConstraintName(table: Table | string, expression: string): string {
    return shortened(bare(this.getTableName(table)), [expression], 'check');
  }
}

function bare(table: string): string {
  return table.slice(table.lastIndexOf('.') + 1);
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** PostgreSQL's own rule (makeObjectName): the longer of table and columns loses letters until 63 are left. */
function shortened(table: string, columns: string[], label: string): string {
  let [first, second] = [table, columns.join('_')];
  const overhead = label.length + 1 + (second ? 1 : 0);
  while (first.length + second.length + overhead > 63) {
    if (first.length > second.length) first = first.slice(0, -1);
    else second = second.slice(0, -1);
  }
  return second ? `${first}_${second}_${label}` : `${first}_${label}`;
}
