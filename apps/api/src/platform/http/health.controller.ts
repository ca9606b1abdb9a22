import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { Plain } from './endpoint';

/** Deadlines are judged by the host and stored by the database: the two must agree on the time. */
const largestSkewMs = 1000;

export interface Readiness {
  ready: boolean;
  database: boolean;
  migrations: boolean;
  clock: boolean;
  skewMs: number | null;
}

@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The process answers. */
  @Plain('/health/live', 'public')
  live(): { live: true } {
    return { live: true };
  }

  /** The process can do its work: the database answers, has every migration, and agrees on the time. */
  @Plain('/health/ready', 'public')
  async ready(@Res({ passthrough: true }) res: Response): Promise<Readiness> {
    const state = await this.state().catch(() => ({ database: false, migrations: false, clock: false, skewMs: null }));
    const ready = state.database && state.migrations && state.clock;
    if (!ready) res.status(503).setHeader('Retry-After', '5');
    res.setHeader('Cache-Control', 'no-store');
    return { ready, ...state };
  }

  private async state(): Promise<Omit<Readiness, 'ready'>> {
    const before = this.clock.now().getTime();
    const [row] = await this.dataSource.query<{ at: Date }[]>('select clock_timestamp() as at');
    const after = this.clock.now().getTime();
    const at = row?.at.getTime() ?? 0;
    // Within the round trip the database may be right at any moment of it.
    const skewMs = at < before ? before - at : Math.max(0, at - after);
    const pending = await this.dataSource.showMigrations();
    return { database: true, migrations: !pending, clock: skewMs <= largestSkewMs, skewMs };
  }
}
