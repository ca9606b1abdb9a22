import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.module';
import { ExportLog } from './exports/export-log';
import { ExportsController } from './exports/exports.controller';
import { ExportsService } from './exports/exports.service';
import { MyPapersService } from './exports/my-papers.service';
import { PapersService } from './exports/papers.service';
import { LookingController } from './looking.controller';
import { OwnLettersController } from './own-letters.controller';
import { OwnLetters } from './own-letters.service';
import { RecordListService } from './record-list.service';
import { RecordPageService } from './record-page.service';
import { RecordsController } from './records.controller';
import { SightService } from './sight.service';

/** Reads only: the list chairs work from and what they take along of it, the one page of a submission, and letters to oneself. */
@Module({
  imports: [ReviewsModule],
  controllers: [RecordsController, LookingController, OwnLettersController, ExportsController],
  providers: [
    RecordListService,
    RecordPageService,
    SightService,
    OwnLetters,
    ExportsService,
    ExportLog,
    PapersService,
    MyPapersService,
  ],
})
export class RecordsModule {}
