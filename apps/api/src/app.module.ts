import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { AccountsModule } from './accounts/accounts.module';
import { NotificationsModule } from './notifications/notifications.module';
import { CallsModule } from './calls/calls.module';
import { AssignmentsModule } from './assignments/assignments.module';
import { ConflictsModule } from './conflicts/conflicts.module';
import { DecisionsModule } from './decisions/decisions.module';
import { HomeModule } from './home/home.module';
import { HttpModule } from './platform/http/http.module';
import { PlatformModule } from './platform/platform.module';
import { SubmissionsModule } from './submissions/submissions.module';
import { TagsModule } from './tags/tags.module';
import { RecordsModule } from './records/records.module';
import { ReviewsModule } from './reviews/reviews.module';

/** Table of contents: one line per slice, in the order in which they may know each other. */
@Module({
  imports: [
    PlatformModule,
    HttpModule,
    AccountsModule,
    NotificationsModule,
    AccessModule,
    CallsModule,
    SubmissionsModule,
    AssignmentsModule,
    ConflictsModule,
    ReviewsModule,
    DecisionsModule,
    TagsModule,
    RecordsModule,
    HomeModule,
  ],
})
export class AppModule {}
