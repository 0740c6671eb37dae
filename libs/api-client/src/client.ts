import createClient from 'openapi-fetch';
import type { Client, ClientOptions } from 'openapi-fetch';
import type { paths } from './api.generated';

export type ApiClient = Client<paths>;

/** A client of the whole API; every path, parameter, body and answer is typed from its OpenAPI document. */
export function apiClient(options: ClientOptions): ApiClient {
  return createClient<paths>(options);
}
