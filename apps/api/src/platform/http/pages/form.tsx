import type { ComponentChildren } from 'preact';
import type { InputError } from '../parse-input';

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  hint?: string;
  value?: string;
  autocomplete?: string;
  required?: boolean;
  errors?: readonly InputError[];
}

/** One labelled input with its hint and its error beside it; works without scripts. */
export function Field({
  name,
  label,
  type = 'text',
  hint,
  value,
  autocomplete,
  required = true,
  errors = [],
}: FieldProps) {
  const error = errors.find((one) => one.path === name)?.message;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        class="cv-input"
        id={name}
        name={name}
        type={type}
        value={type === 'password' ? undefined : value}
        autocomplete={autocomplete}
        required={required}
        {...(type === 'email' ? { inputMode: 'email' as const, spellcheck: false } : {})}
        {...(error ? { 'aria-invalid': true } : {})}
        {...(described ? { 'aria-describedby': described } : {})}
      />
      {error ? (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** Several lines of text with their label and hint. */
export function Lines({
  name,
  label,
  hint,
  value,
  errors = [],
}: {
  name: string;
  label: string;
  hint: string;
  value: string;
  errors?: readonly InputError[];
}) {
  const error = errors.find((one) => one.path === name)?.message;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <textarea
        class="cv-input"
        id={name}
        name={name}
        rows={4}
        spellcheck={false}
        aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
        {...(error ? { 'aria-invalid': true } : {})}
      >
        {value}
      </textarea>
      {error ? (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** A choice from a list, with its label. */
export function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select class="cv-input" id={name} name={name}>
        {options.map(([code, words]) => (
          <option key={code} value={code} selected={code === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is wrong, at the top, each with a link to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly InputError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="note error" role="alert">
      <div>
        <strong>{title}</strong>
        <ul>
          {errors.map((one) => (
            <li key={one.path + one.message}>{one.path ? <a href={`#${one.path}`}>{one.message}</a> : one.message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** A sentence that stands apart: what happened, or what to know. */
export function Note({
  kind = 'calm',
  children,
}: {
  kind?: 'calm' | 'ok' | 'warn' | 'error';
  children: ComponentChildren;
}) {
  return (
    <div class={`note ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <div>{children}</div>
    </div>
  );
}
