// The API's client: types generated from the OpenAPI document, requests by fetch. Knows no other library of ours.
export type { components, operations, paths } from './api.generated';
export { apiClient } from './client';
export type { ApiClient } from './client';
