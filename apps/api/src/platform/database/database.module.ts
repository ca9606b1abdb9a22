import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config';
import { databaseOptions } from './data-source';

/** Every `*.entity` file of every slice, found by name: platform knows no slice, and rows point at rows of other slices. */
const entities = [join(__dirname, '../../**/*.entity.{ts,js}')];

/** The connection pool. A slice that wants a repository asks for it with `TypeOrmModule.forFeature`. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...databaseOptions({ url: config.databaseUrl, poolSize: config.databasePool }),
        entities,
        autoLoadEntities: true,
        retryAttempts: 3,
        retryDelay: 500,
      }),
    }),
  ],
})
export class DatabaseModule {}
