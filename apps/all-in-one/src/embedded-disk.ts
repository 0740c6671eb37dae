import type { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { isDiskFull } from '@threekeys/sqlite';

type LogOnDisk = Pick<SqliteEventStore, 'noteFull'>;

/**
 * The same port, whose full disk is the log's full disk: one ballast is kept for all files of a home, and to who sends a
 * command it is the same whether the log or the keys found no space first.
 * @param port its methods may throw or reject
 */
export function onDiskOf<Port extends object>(log: LogOnDisk, port: Port): Port {
  const told = (error: unknown): unknown => (isDiskFull(error) ? log.noteFull(error) : error);
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? calling(target, member as Method, told) : member;
    },
  });
}

type Method = (...given: unknown[]) => unknown;

function calling(target: object, method: Method, told: (error: unknown) => unknown): Method {
  return (...given) => {
    try {
      const answer = method.apply(target, given);
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((error: unknown) => {
        throw told(error);
      });
    } catch (error) {
      throw told(error);
    }
  };
}
