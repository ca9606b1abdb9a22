import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OneTimeToken } from './one-time-token.entity';
import { PersonEmail } from './person-email.entity';
import { Person } from './person.entity';
import { Session } from './session.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonEmail, Session, OneTimeToken])],
})
export class AccountsModule {}
