import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { Answering } from './answering.service';
import { Assigning } from './assigning.service';
import { Assignment } from './assignment.entity';
import { AssignmentsController } from './assignments.controller';
import { Bid } from './bid.entity';
import { AssignmentBoard } from './board.service';
import { ExpireInvitationsJob } from './expire-invitations.job';
import { HandlerRouting } from './handler-routing';
import { LateConflicts } from './late-conflicts';
import { InvitationController } from './invitation.controller';
import { Invitations } from './invitation.service';
import { ReviewerReminders } from './reviewer-reminders.service';
import { Telling } from './telling.service';

@Module({
  imports: [TypeOrmModule.forFeature([Assignment, Bid]), AccountsModule, NotificationsModule, SubmissionsModule],
  controllers: [AssignmentsController, InvitationController],
  providers: [
    AssignmentBoard,
    Assigning,
    Telling,
    ReviewerReminders,
    Answering,
    Invitations,
    ExpireInvitationsJob,
    LateConflicts,
    HandlerRouting,
  ],
  exports: [LateConflicts, HandlerRouting],
})
export class AssignmentsModule {}
