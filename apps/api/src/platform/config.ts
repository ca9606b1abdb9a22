import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** The environment, said once. Empty strings count as unset, because compose files pass them so. */
const environment = z.object({
  MODE: z.enum(['demo', 'embedded', 'production']).default('production'),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  SMTP_ASK_URL: url('http:', 'https:').optional(),
  SMTP_ANSWER_SECONDS: z.coerce.number().min(0.5).max(1800).default(300),
  FILES_URL: url('file:'),
  PUBLIC_URL: url('http:', 'https:'),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters'),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  MAIL_FROM: z.string().min(3).default('Convoke <convoke@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
});

export type Mode = z.infer<typeof environment>['MODE'];

/** Thrown when the environment cannot be used; names every variable at fault and never repeats a value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Convoke cannot start with this configuration:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** What the process was told by its environment. Read once, at start. */
export class Config {
  readonly mode: Mode;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Where the mail server can be asked what it took. */
  readonly smtpAskUrl: string | undefined;
  /** How long the mail server may take to answer the end of a letter. */
  readonly smtpAnswerMs: number;
  readonly filesUrl: string;
  /** Without a slash at the end, so that `${publicUrl}/c/itais` is an address. */
  readonly publicUrl: string;
  readonly sessionSecret: string;
  readonly host: string;
  readonly port: number;
  readonly mailFrom: string;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];

  private constructor(values: z.infer<typeof environment>) {
    this.mode = values.MODE;
    this.databaseUrl = values.DATABASE_URL;
    this.databasePool = values.DATABASE_POOL;
    this.redisUrl = values.REDIS_URL;
    this.smtpUrl = values.SMTP_URL;
    this.smtpAskUrl = values.SMTP_ASK_URL;
    this.smtpAnswerMs = values.SMTP_ANSWER_SECONDS * 1000;
    this.filesUrl = values.FILES_URL;
    this.publicUrl = values.PUBLIC_URL.replace(/\/+$/, '');
    this.sessionSecret = values.SESSION_SECRET;
    this.host = values.HOST ?? (values.MODE === 'demo' ? '127.0.0.1' : '0.0.0.0');
    this.port = values.PORT;
    this.mailFrom = values.MAIL_FROM;
    this.logLevel = values.LOG_LEVEL;
  }

  /** Demo people and the mailbox page exist only here. */
  get demo(): boolean {
    return this.mode === 'demo';
  }

  /** Cookies are `Secure` and `__Host-` exactly when people come by https. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** The folder uploaded files live in. */
  get filesDir(): string {
    return fileURLToPath(this.filesUrl);
  }

  /** Reads the environment or throws a ConfigError that names what is missing or malformed. */
  static fromEnvironment(env: Readonly<Record<string, string | undefined>>): Config {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
    const parsed = environment.safeParse(given);
    if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => describe(issue, given)));
    const config = new Config(parsed.data);
    if (config.demo && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
      throw new ConfigError(['HOST must be a loopback address in the demo, whose people have known passwords']);
    }
    return config;
  }
}

function describe(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0]);
  if (!(name in given)) return `${name} is not set`;
  if (issue.code === 'invalid_value') return `${name} must be one of ${issue.values.join(', ')}`;
  return issue.code === 'custom' || issue.code === 'too_small' ? `${name} ${issue.message}` : `${name} is malformed`;
}
