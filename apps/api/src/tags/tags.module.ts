import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SubmissionTag } from './submission-tag.entity';
import { TagsController } from './tags.controller';
import { TagsService } from './tags.service';

/** What the committee and each of its members note about a submission, in a word. */
@Module({
  imports: [TypeOrmModule.forFeature([SubmissionTag])],
  controllers: [TagsController],
  providers: [TagsService],
})
export class TagsModule {}
