// The API's client: types generated from the OpenAPI document, requests by fetch. Knows no other library of ours.
// What the numbers in its answers are in words is apart (`unit-words`): that loads nothing.
export type { components, operations, paths } from './api.generated';
export { apiClient } from './client';
export type { ApiClient } from './client';
