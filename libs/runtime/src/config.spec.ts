import { configFrom, ConfigInvalid } from './config';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    configFrom(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.problems;
    throw error;
  }
};

describe('the configuration', () => {
  it('has defaults for everything', () =>
    expect(configFrom({ PATH: '/bin' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      home: '.threekeys',
      language: 'zh',
      logLevel: 'info',
    }));

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      THREEKEYS_LANG: 'fr',
      THREEKEYS_DEMO_PASSWORD: 'short',
      THREEKEYS_PROT: '1',
    });
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'THREEKEYS_PROT',
      'PORT',
      'THREEKEYS_LANG',
      'THREEKEYS_DEMO_PASSWORD',
    ]);
  });

  it('takes addresses and networks of trusted proxies, and nothing else for one', () => {
    const trusted = (list: string) => configFrom({ THREEKEYS_TRUSTED_PROXY: list }).trustedProxies;
    expect(trusted('127.0.0.1, 10.0.0.0/8,::1')).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
    for (const wrong of ['', 'true', 'proxy.example', '10.0.0.0/33', '10.0.0.1/', '127.0.0.1,'])
      expect(problemsOf({ THREEKEYS_TRUSTED_PROXY: wrong })).toHaveLength(1);
  });

  it('repeats no value: it may be a secret', () =>
    expect(problemsOf({ THREEKEYS_DEMO_PASSWORD: 'hunter' }).join()).not.toContain('hunter'));

  it('knows the names that the command line reads', () =>
    expect(problemsOf({ THREEKEYS_URL: 'x' })).toEqual([]));
});
