import { Body, Controller, Res } from '@nestjs/common';
import { isLocale } from '@convoke/texts';
import type { Response } from 'express';
import { Config } from '../config';
import { setPreferenceCookie } from '../session/cookies';
import { Page } from './endpoint';
import { seeOther, type SeeOther } from './pages/page';
import { safePath } from './safe-path';

/** Language and theme without scripts: two cookies that the web application reads as well. */
@Controller()
export class PreferencesController {
  constructor(private readonly config: Config) {}

  @Page('POST', '/preferences', 'public')
  choose(@Body() form: Record<string, unknown>, @Res({ passthrough: true }) res: Response): SeeOther {
    const { lang, theme, next } = form;
    if (isLocale(lang)) setPreferenceCookie(res, 'lang', lang, this.config.secure);
    if (theme === 'system' || theme === 'light' || theme === 'dark') {
      setPreferenceCookie(res, 'theme', theme, this.config.secure);
    }
    return seeOther(safePath(next));
  }
}
