import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { ConflictLists } from './conflict-lists.service';
import { ConflictsController } from './conflicts.controller';
import { Declaring } from './declaring.service';
import { Settling } from './settling.service';
import { Substitutes } from './substitutes.service';
import { SweepConflictsJob } from './sweep-conflicts.job';

/** Conflicts of interest: found, declared, settled; and who steps in for somebody who has one. */
@Module({
  imports: [SubmissionsModule, AssignmentsModule],
  controllers: [ConflictsController],
  providers: [ConflictLists, Settling, Declaring, Substitutes, SweepConflictsJob],
})
export class ConflictsModule {}
