import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountController } from './account.controller';
import { AccountsController } from './accounts.controller';
import { Accounts } from './accounts.service';
import { Addresses } from './addresses.service';
import { CalendarFeed } from './calendar-feed.entity';
import { CalendarFeeds } from './calendar-feeds.service';
import { DemoPeople } from './demo-people';
import { OneTimeLinks } from './one-time-links';
import { OneTimeToken } from './one-time-token.entity';
import { PasswordStrategy } from './password.strategy';
import { People } from './people';
import { PersonEmail } from './person-email.entity';
import { PersonRelation } from './person-relation.entity';
import { Person } from './person.entity';
import { Profile } from './profile.service';
import { Relations } from './relations.service';
import { Session } from './session.entity';
import { SignInController } from './sign-in.controller';
import { VerifyController } from './verify.controller';

/** People: coming in, proving an address, one's own profile, joining accounts. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonEmail, PersonRelation, Session, OneTimeToken, CalendarFeed])],
  controllers: [AccountController, AccountsController, SignInController, VerifyController],
  providers: [
    Accounts,
    Addresses,
    CalendarFeeds,
    DemoPeople,
    OneTimeLinks,
    PasswordStrategy,
    People,
    Profile,
    Relations,
  ],
  exports: [Accounts, CalendarFeeds, OneTimeLinks, People, Profile],
})
export class AccountsModule {}
