import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { DecisionBoardService } from './board.service';
import { CallMailController } from './call-mail.controller';
import { CallMailService } from './call-mail.service';
import { DecidingService } from './deciding.service';
import { Decision } from './decision.entity';
import { DecisionsController } from './decisions.controller';
import { LetterFactsService } from './letter-facts.service';
import { Recommendation } from './recommendation.entity';
import { ReleaseBatch } from './release-batch.entity';
import { ReleaseItem } from './release-item.entity';
import { ReleaseService } from './release.service';
import { ReleaseViews } from './release.view';
import { SentLetters } from './sent-letters.service';
import { ReleasedMetaReview } from './released-meta-review.entity';
import { ReleasedReview } from './released-review.entity';
import { ReleasesController } from './releases.controller';

/** Recommendations, decisions, their release, and the mail of a call. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Decision, Recommendation, ReleaseBatch, ReleaseItem, ReleasedMetaReview, ReleasedReview]),
    AccessModule,
    NotificationsModule,
  ],
  controllers: [DecisionsController, ReleasesController, CallMailController],
  providers: [
    DecidingService,
    DecisionBoardService,
    ReleaseService,
    ReleaseViews,
    SentLetters,
    LetterFactsService,
    CallMailService,
  ],
  exports: [DecidingService, ReleaseService],
})
export class DecisionsModule {}
