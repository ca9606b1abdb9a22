import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module';
import { HttpModule } from './platform/http/http.module';
import { PlatformModule } from './platform/platform.module';

/** Table of contents: one line per slice, in the order in which they may know each other. */
@Module({
  imports: [PlatformModule, HttpModule, AccountsModule],
})
export class AppModule {}
