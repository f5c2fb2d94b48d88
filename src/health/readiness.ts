import { Injectable } from '@nestjs/common';

/** Whether this process still wants requests: false from the moment it was told to stop. */
@Injectable()
export class Readiness {
  private leaving = false;

  get isStopping(): boolean {
    return this.leaving;
  }

  stopping(): void {
    this.leaving = true;
  }
}
