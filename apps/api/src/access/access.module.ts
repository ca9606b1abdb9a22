import { Global, Module } from '@nestjs/common';
import { AccessService } from './access.service';
import { Looking } from './looking';

@Global()
@Module({ providers: [AccessService, Looking], exports: [AccessService, Looking] })
export class AccessModule {}
