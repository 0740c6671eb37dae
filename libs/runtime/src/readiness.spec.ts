import { Readiness } from './readiness';

const holds = { name: 'log', run: () => Promise.resolve({ ok: true, facts: { events: 3 } }) };
const fails = { name: 'views', run: () => Promise.reject(new RangeError('somebody’s words')) };

describe('readiness', () => {
  it('comes only once everything runs', async () => {
    const readiness = new Readiness([holds]);
    expect((await readiness.now()).ready).toBe(false);
    readiness.enter('running');
    expect(await readiness.now()).toEqual({
      ready: true,
      phase: 'running',
      checks: [{ name: 'log', ok: true, facts: { events: 3 } }],
    });
  });

  it('is gone as soon as the process stops', async () => {
    const readiness = new Readiness([]);
    readiness.enter('running');
    readiness.enter('stopping');
    expect(await readiness.now()).toMatchObject({ ready: false, phase: 'stopping' });
  });

  it('names the check that failed, and no more of the error than its kind', async () => {
    const readiness = new Readiness([holds, fails]);
    readiness.enter('running');
    const now = await readiness.now();
    expect(now.ready).toBe(false);
    expect(now.checks[1]).toEqual({ name: 'views', ok: false, facts: { error: 'RangeError' } });
  });
});
