import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request, Response } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { Accounts } from './accounts.service';

/** passport's way to check an address and a password; openid or SAML stand beside it later. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly accounts: Accounts) {
    super({ usernameField: 'address', passwordField: 'password', session: false });
  }

  async validate(address: string, password: string): Promise<{ personId: string } | false> {
    const tooLong = address.length > 254 || password.length > 200;
    const personId = tooLong ? null : await this.accounts.findByPassword(address.trim(), password);
    return personId ? { personId } : false;
  }
}

/** The person whose address and password the posted form holds, or null. */
export function authenticate(req: Request, res: Response): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, user?: { personId: string } | false | null) =>
      error
        ? reject(error instanceof Error ? error : new Error('Sign-in failed'))
        : resolve(user ? user.personId : null);
    const check = passport.authenticate('password', { session: false }, done) as (
      req: Request,
      res: Response,
      next: (error?: unknown) => void,
    ) => void;
    check(req, res, (error) => done(error, null));
  });
}
