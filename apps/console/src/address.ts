/**
 * What of an address a route is asked for, and nothing else that stands there: the language, or what somebody has kept from
 * another page.
 * @param names what the route takes
 */
export function askedIn(search: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams([...search].filter(([name, value]) => names.includes(name) && value !== ''));
}
