import { Controller } from '@nestjs/common';
import { Config } from '../config';
import { Plain } from './endpoint';
import { openApiDocument } from './openapi';
import { Routes } from './routes';

@Controller()
export class OpenApiController {
  private document: Record<string, unknown> | null = null;

  constructor(
    private readonly routes: Routes,
    private readonly config: Config,
  ) {}

  @Plain('/api/openapi.json', 'public')
  openApi(): Record<string, unknown> {
    const endpoints = this.routes.all().flatMap((route) => (route.endpoint ? [route.endpoint] : []));
    this.document ??= openApiDocument(endpoints, this.config.publicUrl);
    return this.document;
  }
}
