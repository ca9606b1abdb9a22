import { Controller, Param, Res } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import type { Response } from 'express';
import { Assets } from './assets.service';
import { Plain } from './endpoint';

const year = 365 * 24 * 3600;

/** Styles and fonts of the public pages. */
@Controller()
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Plain('/assets/:name', 'public')
  asset(@Param('name') name: string, @Res() res: Response): void {
    const found = this.assets.find(name);
    if (!found) throw new Refusal('not_found');
    const isHashed = name.split('.').length > 2;
    res.setHeader('Cache-Control', isHashed ? `public, max-age=${year}, immutable` : 'public, max-age=86400');
    res.type(found.type).send(found.bytes);
  }
}
