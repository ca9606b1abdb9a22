import { Controller, Req, Res } from '@nestjs/common';
import { submissionsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import type { Request, Response } from 'express';
import { Files } from '../platform/files';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { FileDownloadsService } from './file-downloads.service';
import { receiveFile } from './multipart';
import { sendFile } from './send-file';
import { SubmissionFilesService } from './submission-files.service';

type Api = typeof submissionsApi;

@Controller()
export class FilesController {
  constructor(
    private readonly uploads: SubmissionFilesService,
    private readonly downloads: FileDownloadsService,
    private readonly files: Files,
  ) {}

  @Endpoint(submissionsApi.upload, 'access')
  async upload(
    @Input(submissionsApi.upload) { params, query }: InputOf<Api['upload']>,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
  ): Promise<ResponseOf<Api['upload']>> {
    const place = await this.uploads.place(viewer, params.id, params.slot, query.opened);
    return receiveFile(req, (file) => this.uploads.receive(viewer, params.id, place, file));
  }

  @Endpoint(submissionsApi.removeFile, 'access')
  remove(
    @Input(submissionsApi.removeFile) { params, query }: InputOf<Api['removeFile']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['removeFile']>> {
    return this.uploads.remove(viewer, params.id, params.file, query.opened);
  }

  @Endpoint(submissionsApi.download, 'access')
  async download(
    @Input(submissionsApi.download) { params, query }: InputOf<Api['download']>,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await sendFile(this.files, await this.downloads.find(viewer, params.file), query.as, req, res);
  }
}
