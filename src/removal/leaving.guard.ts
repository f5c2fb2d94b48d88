import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { dataLeaving, LeavingStatesRepository } from '../connectors/index.js';
import { currentContext, WHILE_LEAVING } from '../http/index.js';

/**
 * Refuses to tell anything of a project while data that it no longer reads from is still stored. Routes that tell
 * nothing of it say so themselves, so that none shows it by forgetting.
 */
@Injectable()
export class LeavingGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly states: LeavingStatesRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const project = currentContext()?.project;
    if (
      !project ||
      this.reflector.getAllAndOverride<boolean>(WHILE_LEAVING, [context.getHandler(), context.getClass()])
    )
      return true;
    const leaving = await this.states.of(project.id);
    if (leaving.length > 0) throw dataLeaving(leaving.map(({ connector }) => connector));
    return true;
  }
}
