import { pipeline } from 'node:stream/promises';
import { Controller, Req, Res } from '@nestjs/common';
import { exportsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import type { Request, Response } from 'express';
import { CurrentViewer, Endpoint, Input } from '../../platform/http/endpoint';
import type { Viewer } from '../../platform/session/viewer';
import { ExportsService, type Export } from './exports.service';
import { MyPapersService } from './my-papers.service';
import { PapersService } from './papers.service';

type Api = typeof exportsApi;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly papersOf: PapersService,
    private readonly own: MyPapersService,
  ) {}

  @Endpoint(exportsApi.plan, 'access')
  plan(@Input(exportsApi.plan) { params, query }: In<'plan'>, @CurrentViewer() viewer: Viewer): Out<'plan'> {
    return this.exports.plan(viewer, params.call, params.table, query);
  }

  @Endpoint(exportsApi.table, 'access')
  async table(
    @Input(exportsApi.table) { params, query }: In<'table'>,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await send(await this.exports.table(viewer, params.call, params, query), req, res);
  }

  @Endpoint(exportsApi.papersPlan, 'access')
  papersPlan(
    @Input(exportsApi.papersPlan) { params, query }: In<'papersPlan'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'papersPlan'> {
    return this.papersOf.plan(viewer, params.call, query);
  }

  @Endpoint(exportsApi.papers, 'access')
  async papers(
    @Input(exportsApi.papers) { params, query }: In<'papers'>,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await send(await this.papersOf.archive(viewer, params.call, query), req, res);
  }

  @Endpoint(exportsApi.myPapers, 'signed-in')
  async myPapers(@CurrentViewer() viewer: Viewer, @Req() req: Request, @Res() res: Response): Promise<void> {
    await send(await this.own.archive(viewer), req, res);
  }
}

/** A download of which no browser or cache keeps a copy, because access can end. What breaks off on the way is cut, never padded. */
async function send({ name, mediaType, content, bytes }: Export, req: Request, res: Response): Promise<void> {
  res.set({
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...(bytes === undefined ? {} : { 'Content-Length': String(bytes) }),
  });
  if (req.method === 'HEAD') {
    content.destroy();
    res.end();
    return;
  }
  await pipeline(content, res);
}
