import { Writable } from 'node:stream';
import { nestLogger, openLogs } from './logs';

function written(
  level: 'info' | 'debug',
  write: (logs: ReturnType<typeof openLogs>) => void,
): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  const to = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  write(openLogs({ logLevel: level }, { to }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the logs', () => {
  it('are one object a line', () => {
    const [line] = written('info', (logs) => logs.info({ url: 'http://x' }, 'listening'));
    expect(line).toMatchObject({ service: 'threekeys', url: 'http://x', msg: 'listening', level: 30 });
  });

  it('keep the framework quiet but for warnings', () => {
    const say = (logs: ReturnType<typeof openLogs>) => {
      nestLogger(logs).log('Mapped {/api, GET} route', 'RouterExplorer');
      nestLogger(logs).warn('careful', 'Nest');
    };
    expect(written('info', say).map(({ msg }) => msg)).toEqual(['careful']);
    expect(written('debug', say)).toHaveLength(2);
  });
});
