import type { WritableSignal } from '@angular/core';
import {
  type FieldTree,
  type SchemaPath,
  type SchemaPathTree,
  form,
  validateStandardSchema,
} from '@angular/forms/signals';

/** What a zod schema of the contract is to a form: a standard schema with an input type. */
export interface FormSchema<Model> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => unknown;
    readonly types?: { readonly input: Model; readonly output: unknown } | undefined;
  };
}

/**
 * A signal form checked by the schema of the request it will send: `contractForm(model, saveRequest.shape.body)`.
 * The model must be exactly the schema's input type. `rules` adds what a schema cannot say (read-only, hidden).
 */
export function contractForm<Model>(
  model: WritableSignal<Model>,
  schema: FormSchema<Model>,
  rules?: (path: SchemaPathTree<Model>) => void,
): FieldTree<Model> {
  return form(model, (path) => {
    // The one cast: the schema's declared input is the model, but its type parameter is hidden by zod's own shape.
    validateStandardSchema(
      path as SchemaPath<unknown> & SchemaPathTree<unknown>,
      schema as unknown as Parameters<typeof validateStandardSchema<unknown, unknown>>[1],
    );
    rules?.(path as SchemaPathTree<Model>);
  });
}
