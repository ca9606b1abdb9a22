import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/calls.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { HomeController } from './home.controller';
import { HomeService } from './home.service';
import { OwnCalendarController } from './own-calendar.controller';

@Module({
  imports: [CallsModule, ReviewsModule],
  controllers: [HomeController, OwnCalendarController],
  providers: [HomeService],
})
export class HomeModule {}
