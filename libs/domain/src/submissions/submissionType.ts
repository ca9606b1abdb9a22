import type { TypeAnonymity } from '../calls/call';

/** A place for files of one sort. */
export interface FileSlot {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** What a submission of one type consists of. */
export interface SubmissionTypeSettings {
  readonly slots: readonly FileSlot[];
  readonly topics: { readonly min: number; readonly max: number };
}

export interface SubmissionType {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** null = as the call. */
  readonly anonymity: TypeAnonymity | null;
  readonly isOpen: boolean;
  readonly settings: SubmissionTypeSettings;
}
