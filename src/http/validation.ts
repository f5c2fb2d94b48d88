import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ValidateIf } from 'class-validator';
import { AppError, type FieldProblem } from '../common/app-error.js';

/** Checks every declared input against its class; unknown fields are refused, values are never corrected. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => validationFailed(errors.flatMap((error) => problemsOf(error, ''))),
  });
}

/** Unlike IsOptional, refuses null: in a change it could mean "leave it" as well as "take it away". */
export const IfGiven = () => ValidateIf((_object, value) => value !== undefined);

/** The failure that lists what is wrong with which field. */
export function validationFailed(problems: FieldProblem[]): AppError {
  const text = problems.map(({ path, problem }) => `${path}: ${problem}`).join('; ');
  return new AppError('validation_failed', `The request is not valid: ${text}`, problems);
}

function problemsOf(error: ValidationError, prefix: string): FieldProblem[] {
  const path = prefix + error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, problem]) => ({
    path,
    problem: rule === 'whitelistValidation' ? 'is not a known field' : problem,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, `${path}.`))];
}
