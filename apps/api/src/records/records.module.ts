import { Module } from '@nestjs/common';
import { RecordListService } from './record-list.service';
import { RecordPageService } from './record-page.service';
import { RecordsController } from './records.controller';

/** Reads only: the list chairs work from, and the one page of a submission for every role. */
@Module({
  controllers: [RecordsController],
  providers: [RecordListService, RecordPageService],
})
export class RecordsModule {}
