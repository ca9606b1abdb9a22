import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallPagesController } from './call-pages.controller';
import { Call } from './call.entity';
import { CallTerms } from './call-terms.entity';
import { CallViews } from './call.view';
import { CallsController } from './calls.controller';
import { CallsService } from './calls.service';
import { CommitteeController } from './committee.controller';
import { Committee } from './committee.service';
import { CallCopies } from './dates/call-copies.service';
import { CallCalendarController } from './dates/call-calendar.controller';
import { DatesController } from './dates/dates.controller';
import { DeadlineNotices } from './dates/deadline-notices';
import { Extensions } from './dates/extensions.service';
import { Shifting } from './dates/shifting.service';
import { Deadline } from './deadline.entity';
import { DeadlinesService } from './deadlines.service';
import { FormVersion } from './form-version.entity';
import { Form } from './form.entity';
import { Journal } from './journal.entity';
import { Membership } from './membership.entity';
import { NewCallsService } from './new-calls.service';
import { ReviewFormsService } from './review-forms.service';
import { RoleAnswers } from './role-answers.service';
import { RoleInvitationController } from './role-invitation.controller';
import { RoleInvitations } from './role-invitations.service';
import { RoleLinks } from './role-invitation-links';
import { RoleInvitation } from './role-invitation.entity';
import { SubmissionType } from './submission-type.entity';
import { TopicInterest } from './topic-interest.entity';
import { Topic } from './topic.entity';
import { Track } from './track.entity';
import { TracksService } from './tracks.service';
import { VisibilityController } from './visibility.controller';
import { VisibilityService } from './visibility.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Journal,
      Call,
      CallTerms,
      Track,
      Topic,
      SubmissionType,
      Deadline,
      Form,
      FormVersion,
      Membership,
      TopicInterest,
      RoleInvitation,
    ]),
  ],
  controllers: [
    CallsController,
    DatesController,
    CallCalendarController,
    CallPagesController,
    CommitteeController,
    RoleInvitationController,
    VisibilityController,
  ],
  providers: [
    CallViews,
    CallsService,
    NewCallsService,
    TracksService,
    DeadlinesService,
    DeadlineNotices,
    Extensions,
    Shifting,
    CallCopies,
    ReviewFormsService,
    RoleLinks,
    Committee,
    RoleInvitations,
    RoleAnswers,
    VisibilityService,
  ],
  exports: [CallsService, DeadlinesService, CallViews, RoleLinks],
})
export class CallsModule {}
