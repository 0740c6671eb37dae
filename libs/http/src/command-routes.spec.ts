import { caseCommands } from '@threekeys/domain';
import { commandRoutes, derivedFields } from './command-routes';

const routes = commandRoutes({
  path: '/api/cases/{caseId}',
  group: 'cases',
  messages: caseCommands,
  except: ['ReportCase'],
});
const routeOf = (command: string) => {
  const found = routes.find((each) => each.command === command);
  if (!found) throw new Error(`no route of ${command}`);
  return found;
};

describe('the routes of an aggregate’s commands', () => {
  it('are one for each command but those excepted', () =>
    expect(routes.map(({ command }) => command).sort()).toEqual(
      Object.keys(caseCommands)
        .filter((command) => command !== 'ReportCase')
        .sort(),
    ));

  it('need the permission of their command', () =>
    expect(routeOf('AcceptCase')).toMatchObject({
      path: '/api/cases/{caseId}/commands/AcceptCase',
      permission: 'AcceptCase',
      isCommand: true,
    }));

  it('take the ids of what they add as optional, and when it happened', () => {
    const { AnswerRequester } = caseCommands;
    expect(AnswerRequester && derivedFields(AnswerRequester)).toEqual(['answerId']);
    const body = {
      requesterId: '0'.repeat(8) + '-0000-0000-0000-' + '0'.repeat(12),
      subjectOf: 'result',
      channel: 'phone',
      words: 'x',
    };
    expect(
      routeOf('AnswerRequester').body?.safeParse({ ...body, occurredAt: '2026-01-01T00:00:00.000Z' }).success,
    ).toBe(true);
    expect(routeOf('AnswerRequester').body?.safeParse({ ...body, extra: 1 }).success).toBe(false);
  });
});
