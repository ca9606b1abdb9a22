import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { httpAppOptions, setUpHttp } from '../platform/http/http-app';
import { JobHandlers, JobQueue } from '../platform/queue';
import { Sessions } from '../platform/session/sessions.service';
import { UnitOfWork } from '../platform/unit-of-work';
import { Given } from './given';
import { createTestDatabase, type TestDatabase } from './test-database';
import { RehearsedUnitOfWork } from './rehearsed-unit-of-work';
import { TestClock } from './test-clock';
import { TestQueue } from './test-queue';
import { Visitor } from './visitor';

export interface TestAppOptions {
  /** When the story begins. */
  at?: string;
  /** Changes to the environment: `{ MODE: 'demo' }`. */
  environment?: Readonly<Record<string, string>>;
  /** Controllers and providers that exist only in this spec. */
  extra?: { controllers?: Type[]; providers?: Type[] };
  /** Nothing that a request does is kept: each use case runs to its end and is then rolled back. */
  rehearsed?: boolean;
}

export interface Mail {
  to: string;
  class: string;
  subject: string;
  body: string;
  state: string;
  dedupeKey: string;
}

/** The whole server on its own database and a random port; made once per spec file. */
export class TestApp {
  readonly clock: TestClock;
  readonly database: DataSource;
  /** Puts people, calls and papers into the database, past the front door. */
  readonly given: Given;

  private constructor(
    private readonly nest: NestExpressApplication,
    private readonly queue: TestQueue,
    private readonly cleanUp: () => Promise<void>,
    clock: TestClock,
  ) {
    this.clock = clock;
    this.database = nest.get(DataSource);
    this.given = new Given(this.database, clock);
  }

  /** `beforeAll(async () => (app = await TestApp.start({ at: '2016-05-01T08:00:00Z' })))`. */
  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const files = await mkdtemp(join(tmpdir(), 'convoke-test-files-'));
    const clock = new TestClock(options.at ?? '2016-05-01T08:00:00Z');
    const queue = new TestQueue();
    let nest: NestExpressApplication | undefined;
    const cleanUp = async () => {
      await nest?.close();
      await database.drop();
      await rm(files, { recursive: true, force: true });
    };
    try {
      const module = Test.createTestingModule({
        imports: [AppModule],
        controllers: options.extra?.controllers ?? [],
        providers: options.extra?.providers ?? [],
      })
        .overrideProvider(Config)
        .useValue(testConfig(database, files, options.environment))
        .overrideProvider(Clock)
        .useValue(clock)
        .overrideProvider(JobQueue)
        .useValue(queue);
      if (options.rehearsed) module.overrideProvider(UnitOfWork).useClass(RehearsedUnitOfWork);
      const testing = await module.compile();
      nest = setUpHttp(testing.createNestApplication<NestExpressApplication>({ ...httpAppOptions, logger: false }));
      await nest.listen(0, '127.0.0.1');
      return new TestApp(nest, queue, cleanUp, clock);
    } catch (error) {
      await cleanUp().catch(() => undefined);
      throw error;
    }
  }

  /** `afterAll(() => app.stop())`. */
  async stop(): Promise<void> {
    await this.cleanUp();
  }

  /** A part of the running server, by its class. */
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.nest.get<T>(token as Type<T>, { strict: false });
  }

  get server(): Server {
    return this.nest.getHttpServer() as Server;
  }

  /** The address of the running server, for a real browser or a raw socket. */
  async url(): Promise<string> {
    return (await this.nest.getUrl()).replace('[::1]', '127.0.0.1');
  }

  /** Somebody signed out. */
  visitor(): Visitor {
    return new Visitor(this.server);
  }

  /** The person in front of a browser, signed in. */
  async signIn(person: { id: string }): Promise<Visitor> {
    return new Visitor(this.server, await this.cookieOf(person));
  }

  /** Everybody of a cast in front of a browser of their own, signed in. */
  async signInAll<K extends string>(people: Readonly<Record<K, { id: string }>>): Promise<Record<K, Visitor>> {
    const entries = Object.entries(people) as [K, { id: string }][];
    const windows = entries.map(async ([name, person]) => [name, await this.signIn(person)] as const);
    return Object.fromEntries(await Promise.all(windows)) as Record<K, Visitor>;
  }

  /** The cookie of a new session of that person, as a browser sends it. */
  async cookieOf(person: { id: string }): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `insert into session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $4::timestamptz + interval '10 years')`,
      [randomUUID(), person.id, this.get(Sessions).hashOf(token), this.clock.now()],
    );
    return `convoke=${token}`;
  }

  /** The statements that a request makes the database work on, in their order. */
  async statementsOf(request: () => Promise<unknown>): Promise<string[]> {
    const { logger } = this.database;
    const made: string[] = [];
    const before = logger.logQuery.bind(logger);
    logger.logQuery = (query: string) => void made.push(query);
    try {
      await request();
      return made;
    } finally {
      logger.logQuery = before;
    }
  }

  /** Letters written so far, oldest first; to one address if given. */
  async mails(to?: string): Promise<Mail[]> {
    return this.database.query<Mail[]>(
      `select to_address as "to", class, subject, body, state, dedupe_key as "dedupeKey" from email_message
        where $1::citext is null or to_address = $1::citext order by created_at, dedupe_key`,
      [to ?? null],
    );
  }

  /** Lets the worker do everything that waits. Answers how many jobs that were. */
  async drainJobs(): Promise<number> {
    return this.queue.drain(this.get(JobHandlers));
  }

  /** Loses the waiting jobs, as a crash right after commit would. */
  forgetJobs(): void {
    this.queue.forget();
  }

  /** Runs one job now: `await app.runJob('sweep-reminders', {})`. */
  async runJob(name: string, payload: unknown = {}): Promise<void> {
    await this.get(JobHandlers).run(name, payload);
  }
}

function testConfig(database: TestDatabase, files: string, environment: Readonly<Record<string, string>> = {}): Config {
  return Config.fromEnvironment({
    MODE: 'embedded',
    DATABASE_URL: database.url,
    FILES_URL: pathToFileURL(files).href,
    PUBLIC_URL: 'http://convoke.test',
    SESSION_SECRET: 'a secret of the specs, not of anybody',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    ...environment,
  });
}
