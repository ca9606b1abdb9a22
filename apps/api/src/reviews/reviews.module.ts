import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationsModule } from '../notifications/notifications.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { DiscussionMail } from './discussion/discussion.mail';
import { DiscussionMessage } from './discussion/discussion-message.entity';
import { DiscussionReaderRow } from './discussion/discussion-reader.entity';
import { DiscussionService } from './discussion/discussion.service';
import { DiscussionThread } from './discussion/discussion-thread.entity';
import { UnreadMessages } from './discussion/unread';
import { DiscussionMembers } from './discussion/members';
import { PaperTalks } from './paper-talk';
import { ReviewReading } from './reading.service';
import { AuthorResponse } from './response/author-response.entity';
import { AuthorResponseVersion } from './response/author-response-version.entity';
import { ResponseMail } from './response/response.mail';
import { ResponseService } from './response/response.service';
import { Review } from './review.entity';
import { ReviewVersion } from './review-version.entity';
import { ReviewsController } from './reviews.controller';
import { RoundsService } from './rounds.service';
import { TalkController } from './talk.controller';
import { ReviewWriting } from './writing.service';

/** Reviews, and what is said about them before the decision: discussion and the authors' response. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Review,
      ReviewVersion,
      AuthorResponse,
      AuthorResponseVersion,
      DiscussionThread,
      DiscussionMessage,
      DiscussionReaderRow,
    ]),
    NotificationsModule,
    SubmissionsModule,
  ],
  controllers: [ReviewsController, TalkController],
  providers: [
    ReviewReading,
    ReviewWriting,
    RoundsService,
    DiscussionService,
    DiscussionMembers,
    DiscussionMail,
    UnreadMessages,
    PaperTalks,
    ResponseService,
    ResponseMail,
  ],
  exports: [PaperTalks, ReviewReading, UnreadMessages],
})
export class ReviewsModule {}
