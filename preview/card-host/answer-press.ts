/** As the server answers a press that works. */
export function answerPress(url: string): object {
  if (url.endsWith('/v1/tasks')) return { state: 'created' };
  if (url.endsWith('/v1/refresh')) return { state: 'started', againAt: new Date().toISOString() };
  return url.endsWith('/v1/do-not-analyse') ? { silent: true } : { saved: true };
}
