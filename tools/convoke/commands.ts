import type { Command } from 'commander';
import { assign } from './assign';
import { checkMatrix } from './check-matrix';
import { createAdmin } from './create-admin';
import { grant } from './grant';
import { health } from './health';
import { loadBenchmark } from './load-benchmark';
import { loadCall } from './load-call';
import { loadConferenceCommand } from './load-conference';
import { migrateCommand } from './migrate';

export interface Surroundings {
  /** The folder the product is installed in. */
  root: string;
}

/** Adds one command to the program. Its action gets a database from `withDatabase`. */
export type AddCommand = (program: Command, surroundings: Surroundings) => void;

export const commands: readonly AddCommand[] = [
  migrateCommand,
  createAdmin,
  grant,
  loadCall,
  loadConferenceCommand,
  loadBenchmark,
  health,
  checkMatrix,
  assign,
];
