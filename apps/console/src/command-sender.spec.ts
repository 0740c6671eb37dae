import { ServerSaidNo } from './api';
import { CommandSender } from './command-sender';

type Answer = 'recorded' | Error;
const no = (status: number, code: string) => new ServerSaidNo(status, { code });
const path = '/api/cases';

/** A sender, and which key each act was sent with, numbered in the order of their first use. */
function senderTo(...answers: Answer[]) {
  const keys: string[] = [];
  const sender = new CommandSender(<T>(_path: string, _body: unknown, key?: string) => {
    keys.push(key ?? 'none');
    const answer = answers.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as T);
  });
  const press = (body: unknown) => sender.send(path, () => body).catch(() => undefined);
  const used = () => keys.map((key) => [...new Set(keys)].indexOf(key) + 1);
  return { sender, press, used };
}

describe('a form that is sent again', () => {
  it.each([
    ['the store was busy', no(503, 'store-busy')],
    ['a proxy gave up', no(504, 'unknown')],
    ['the answer was lost', new TypeError('Failed to fetch')],
  ])('keeps its key where %s: it may be recorded', async (_, lost) => {
    const { press, used } = senderTo(lost, 'recorded');
    await press({ summary: 'light' });
    await press({ summary: 'light' });
    expect(used()).toEqual([1, 1]);
  });

  it('takes another key once it was refused and corrected', async () => {
    const { press, used } = senderTo(no(409, 'PartTooLong'), 'recorded');
    await press({ part: 'x' });
    await press({ part: 'y' });
    expect(used()).toEqual([1, 2]);
  });

  it('keeps its key for the same words, also where a refusal came after a lost answer', async () => {
    const { press, used } = senderTo(new TypeError('Failed to fetch'), no(401, 'sign-in'), 'recorded');
    for (let times = 0; times < 3; times++) await press({ summary: 'light' });
    expect(used()).toEqual([1, 1, 1]);
  });

  it('is not held up for ever where its key stands for other words', async () => {
    const { press, used } = senderTo(no(503, 'store-busy'), no(422, 'key-reused'), 'recorded');
    await press({ summary: 'light' });
    await press({ summary: 'lamp' });
    await press({ summary: 'lamp' });
    expect(used()).toEqual([1, 1, 2]);
  });

  it('is another act once the one before is done, even in the same words', async () => {
    const { sender, press, used } = senderTo('recorded', 'recorded');
    await press({ summary: 'light' });
    sender.beginAnother();
    await press({ summary: 'light' });
    expect(used()).toEqual([1, 2]);
  });

  it('takes the ids of what it adds from its key', async () => {
    const sent: unknown[] = [];
    const sender = new CommandSender(<T>(_path: string, body: unknown, key?: string) => {
      sent.push({ body, key });
      return Promise.resolve(undefined as T);
    });
    await sender.send(path, (key) => ({ workOrderId: key }));
    expect(sent).toEqual([
      { body: { workOrderId: expect.any(String) as string }, key: expect.any(String) as string },
    ]);
    const [{ body, key }] = sent as [{ body: { workOrderId: string }; key: string }];
    expect(body.workOrderId).toBe(key);
  });
});
