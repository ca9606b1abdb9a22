import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '../calls/calls.module';
import { Blob } from './blob.entity';
import { CheckAnonymityJob } from './check-anonymity.job';
import { CheckFileJob, SweepFilesJob } from './check-file.job';
import { Conflict } from './conflict.entity';
import { DraftChanges } from './draft-changes';
import { DraftsService } from './drafts.service';
import { FileDownloadsService } from './file-downloads.service';
import { FileReading } from './file-reading';
import { FilesController } from './files.controller';
import { FoundConflicts } from './found-conflicts';
import { MySubmissionsService } from './my-submissions.service';
import { OpenForms } from './open-form';
import { OwnDeclarations } from './own-declarations';
import { ReceiptsService } from './receipts.service';
import { Round } from './round.entity';
import { SubmissionAuthor } from './submission-author.entity';
import { SubmissionContact } from './submission-contact.entity';
import { SubmissionFile } from './submission-file.entity';
import { SubmissionTopic } from './submission-topic.entity';
import { SubmissionVersion } from './submission-version.entity';
import { SubmissionFilesService } from './submission-files.service';
import { Submission } from './submission.entity';
import { SubmissionsController } from './submissions.controller';
import { SubmissionMail } from './submissions.mail';
import { SubmitAtClosingJob } from './submit-at-closing.job';
import { SubmitService } from './submit.service';
import { WithdrawService } from './withdraw.service';
import { WorkingCopy } from './working-copy.entity';

/** What authors send: drafts, files, conflicts, frozen versions, receipts. */
@Module({
  imports: [
    CallsModule,
    TypeOrmModule.forFeature([
      Submission,
      WorkingCopy,
      SubmissionAuthor,
      SubmissionContact,
      SubmissionTopic,
      SubmissionFile,
      SubmissionVersion,
      Round,
      Conflict,
      Blob,
    ]),
  ],
  controllers: [SubmissionsController, FilesController],
  providers: [
    DraftsService,
    DraftChanges,
    OpenForms,
    SubmitService,
    WithdrawService,
    ReceiptsService,
    MySubmissionsService,
    SubmissionFilesService,
    FileDownloadsService,
    FileReading,
    SubmissionMail,
    CheckFileJob,
    CheckAnonymityJob,
    SweepFilesJob,
    FoundConflicts,
    OwnDeclarations,
    SubmitAtClosingJob,
  ],
  exports: [OpenForms, SubmitService, SubmissionMail, FoundConflicts, OwnDeclarations],
})
export class SubmissionsModule {}
