import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Generation } from './records';

const versions: Record<Generation, string> = { '24.10': '24.10.4.0', '26': '26.2.0.0' };

/** `GetSupportedMethods`. The client uses `BatchAppend` only where the server lists it, in small letters. */
export function featuresCall(generation: Generation, batchAppend: boolean) {
  return (_call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void => {
    const names = ['read', 'append', 'delete', 'tombstone', ...(batchAppend ? ['batchappend'] : [])];
    const methods = names.map((name) => {
      const method = new SupportedMethod();
      method.setMethodName(name);
      method.setServiceName('event_store.client.streams.streams');
      return method;
    });
    const supported = new SupportedMethods();
    supported.setMethodsList(methods);
    supported.setEventStoreServerVersion(versions[generation]);
    answer(null, supported);
  };
}
