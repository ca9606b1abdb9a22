import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReviewReading } from './reading.service';
import { Review } from './review.entity';
import { ReviewVersion } from './review-version.entity';
import { ReviewsController } from './reviews.controller';
import { ReviewWriting } from './writing.service';

@Module({
  imports: [TypeOrmModule.forFeature([Review, ReviewVersion])],
  controllers: [ReviewsController],
  providers: [ReviewReading, ReviewWriting],
  exports: [ReviewReading],
})
export class ReviewsModule {}
