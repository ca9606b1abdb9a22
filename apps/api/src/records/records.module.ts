import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.module';
import { OwnLettersController } from './own-letters.controller';
import { OwnLetters } from './own-letters.service';
import { RecordListService } from './record-list.service';
import { RecordPageService } from './record-page.service';
import { RecordsController } from './records.controller';

/** Reads only: the list chairs work from, the one page of a submission for every role, and letters to oneself. */
@Module({
  imports: [ReviewsModule],
  controllers: [RecordsController, OwnLettersController],
  providers: [RecordListService, RecordPageService, OwnLetters],
})
export class RecordsModule {}
