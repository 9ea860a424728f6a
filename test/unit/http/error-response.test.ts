import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { toErrorAnswer } from '../../../server/http/error-response.ts';
import { AppError } from '../../../shared/errors.ts';

describe('what a caller over HTTP is told', () => {
  it('names the parts of a request that do not fit', () => {
    const error = z
      .strictObject({ verdict: z.literal('right') })
      .safeParse({ verdict: 'maybe' }).error;

    const answer = toErrorAnswer(error, () => undefined);

    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'request_invalid' } } });
    expect(JSON.stringify(answer.json)).toContain('verdict');
  });

  it('passes on the sentence of an expected error without calling a human', () => {
    const reported: unknown[] = [];

    const answer = toErrorAnswer(
      new AppError('record_unknown', 'Attune has not read deal 7 yet.', { recovery: 'skip' }),
      (error) => reported.push(error),
    );

    expect(answer).toEqual({
      status: 404,
      json: { error: { code: 'record_unknown', message: 'Attune has not read deal 7 yet.' } },
    });
    expect(reported).toEqual([]);
  });

  it('hides what went wrong on our side, and reports it once', () => {
    const reported: unknown[] = [];
    const fault = new Error('password of the database is hunter2');

    const answer = toErrorAnswer(fault, (error) => reported.push(error));

    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.json)).not.toContain('hunter2');
    expect(reported).toEqual([fault]);
  });

  it('keeps a body parser’s own refusal a refusal', () => {
    const tooLarge = Object.assign(new Error('request entity too large'), { status: 413 });

    expect(toErrorAnswer(tooLarge, () => undefined).status).toBe(413);
  });
});
