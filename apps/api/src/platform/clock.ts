import { Injectable } from '@nestjs/common';

/** The server's only source of the present. Read it once per use case and pass the instant down (`tx.now`). */
@Injectable()
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
