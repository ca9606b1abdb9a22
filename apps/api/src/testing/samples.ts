import { randomUUID } from 'node:crypto';
import * as contract from '@convoke/contract';
import type { Endpoint } from '@convoke/contract';
import * as z from 'zod';

/** What JSON Schema says of a field, as far as a sample needs it. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
}
export type Edge = 'least' | 'most';

/** The largest number that any column takes; beyond it everything is refused before it is looked at. */
export const largest = 2_147_483_647;

/** Every endpoint the contract declares, so that a new one is covered without a line here. */
export const endpoints = Object.entries(contract)
  .filter(([name]) => name.endsWith('Api'))
  .flatMap(([, api]) => Object.values(api as Record<string, unknown>).filter(isEndpoint))
  .map((definition): [string, Endpoint] => [`${definition.method} ${definition.path}`, definition]);
function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

function schemaOf(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema;
}

/** The fields of a body or query; a choice between several shapes shows those of the first. */
export function fieldsOf(schema: z.ZodType): [string, Schema][] {
  const shape = schemaOf(schema);
  return Object.entries((shape.anyOf ?? shape.oneOf)?.[0]?.properties ?? shape.properties ?? {});
}

export function sampleOf(schema: z.ZodType, edge: Edge): unknown {
  return sample(schemaOf(schema), edge);
}

/** A value that the schema allows, as small or as large as it can be. */
export function sample(schema: Schema, edge: Edge): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return sample(choices.at(edge === 'least' ? 0 : -1) ?? {}, edge);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum.at(edge === 'least' ? 0 : -1);
  if (schema.type === 'string') return sampleText(schema, edge);
  if (schema.type === 'integer' || schema.type === 'number') {
    const smallest = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1;
    return edge === 'least' ? Math.max(smallest, -largest) : Math.min(schema.maximum ?? largest, largest);
  }
  if (schema.type === 'boolean') return edge === 'most';
  if (schema.type === 'array') {
    const count = edge === 'least' ? (schema.minItems ?? 0) : 1;
    return Array.from({ length: count }, () => sample(schema.items ?? {}, edge));
  }
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {});
    const sent = fields.filter(([field]) => edge === 'most' || schema.required?.includes(field));
    // A version that nobody has would be refused before anything else is looked at.
    return Object.fromEntries(sent.map(([field, one]) => [field, field === 'version' ? 1 : sample(one, edge)]));
  }
  return null;
}

function sampleText(schema: Schema, edge: Edge): string {
  if (schema.format === 'uuid') return randomUUID();
  if (schema.format === 'email') return 'nobody@example.org';
  if (schema.format === 'date-time') return edge === 'least' ? '0001-01-01T00:00:00Z' : '9999-12-31T23:59:59Z';
  return 'x'.repeat(edge === 'least' ? (schema.minLength ?? 0) : Math.min(schema.maxLength ?? 1000, 100_000));
}
