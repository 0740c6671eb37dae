import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { EMPTY, lastValueFrom, of, throwError } from 'rxjs';
import { NothingThrown } from './inbox';

describe('what a handler lets out', () => {
  const failures: unknown[] = [];
  const around = (handled: Observable<unknown>) =>
    lastValueFrom(
      new NothingThrown((error) => failures.push(error)).intercept({} as ExecutionContext, {
        handle: () => handled,
      } satisfies CallHandler),
    );
  beforeEach(() => failures.splice(0));

  it('is never an error: the transport would stop every topic of the service for it, over and over', async () => {
    const error = new Error('a bug');
    expect(await around(throwError(() => error))).toBe('taken');
    expect(failures).toEqual([error]);
  });

  it('is never nothing: the transport takes an empty answer for a failure', async () => {
    expect(await around(EMPTY)).toBe('taken');
    expect(failures).toEqual([]);
  });

  it('is what it answers otherwise', async () => expect(await around(of('done'))).toBe('done'));
});
