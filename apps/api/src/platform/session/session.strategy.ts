import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import passport from 'passport';
import { Sessions } from './sessions.service';

/** passport's view of our sessions: the cookie authenticates, and no cookie simply means signed out. */
@Injectable()
export class SessionStrategy extends PassportStrategy(passport.Strategy, 'session-cookie') {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  override authenticate(req: Request): void {
    this.sessions.viewerOf(req).then(
      (viewer) => (viewer ? this.success(viewer) : this.pass()),
      (error: unknown) => this.error(error),
    );
  }

  validate(): never {
    throw new Error('The session strategy authenticates by itself.');
  }
}

/** Puts the viewer on the request, for every route; whether one is needed is the policy's question. */
@Injectable()
export class SessionGuard extends AuthGuard('session-cookie') {
  override canActivate(context: ExecutionContext): Promise<boolean> | boolean {
    // Styles, fonts and the signs of life ask nobody who they are: they answer even while the database does not.
    const { path } = context.switchToHttp().getRequest<Request>();
    return /^\/(assets|health)\//.test(path) || (super.canActivate(context) as Promise<boolean>);
  }

  override getAuthenticateOptions(): { property: string; session: boolean } {
    return { property: 'viewer', session: false };
  }
}
