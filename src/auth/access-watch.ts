import { Injectable } from '@nestjs/common';
import { catchError, exhaustMap, from, interval, of, take, filter, type Observable } from 'rxjs';
import { requestContext } from '../http/index.js';
import { Projects } from '../projects/index.js';

const LOOK_EVERY_MS = 2_000;

/** Tells streams, which go on long after the guards let them in, when who asked may see no more. */
@Injectable()
export class AccessWatch {
  constructor(private readonly projects: Projects) {}

  /**
   * Emits once the session or the token of the request is over, or good for nothing until its person proves more, the
   * role another one, or the project out of reach.
   */
  lost(): Observable<unknown> {
    const { user, credential, project } = requestContext();
    const holds = async () => {
      if (!user || !credential || !(await credential.holds())) return false;
      return !project || (await this.projects.reaches(user.id, project.id));
    };
    // A database that is away for a moment says nothing about who may see what.
    const look = () => from(holds()).pipe(catchError(() => of(true)));
    return interval(LOOK_EVERY_MS).pipe(
      exhaustMap(look),
      filter((held) => !held),
      take(1),
    );
  }
}
