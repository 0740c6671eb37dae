import { ConfigInvalid } from '@threekeys/runtime';
import { relayConfigFrom } from './relay-config';

describe('the configuration of the relay', () => {
  it('needs to know the brokers, and has defaults for everything else', () =>
    expect(relayConfigFrom({ THREEKEYS_KAFKA_BROKERS: 'one:9092,two:9092' })).toEqual({
      brokers: ['one:9092', 'two:9092'],
      prefix: 'threekeys',
      port: 3009,
      host: '127.0.0.1',
      logLevel: 'info',
    }));

  it('names everything that is wrong at once', () => {
    const read = () => relayConfigFrom({ PORT: '70000', THREEKEYS_KAFKA_PREFIX: 'No Prefix' });
    expect(read).toThrow(ConfigInvalid);
    expect(read).toThrow(/THREEKEYS_KAFKA_BROKERS[^]*THREEKEYS_KAFKA_PREFIX[^]*PORT/);
  });
});
