import { isIPv6 } from 'node:net';

const groupsOfNetwork = 4;
const groupsOfAddress = 8;
const mappedIPv4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/**
 * As what an address is counted where tries are limited: an IPv4 address as itself, also where it is written as IPv6; an IPv6
 * address as its network of 64 bits, whose 2⁶⁴ addresses belong to one household (RFC 6177).
 */
export function networkOf(address: string): string {
  const ipv4 = mappedIPv4.exec(address)?.[1];
  if (ipv4 !== undefined) return ipv4;
  if (!isIPv6(address)) return address;
  const [head = [], tail = []] = address.split('::').map(groupsIn);
  const zeros = Array<string>(Math.max(0, groupsOfAddress - head.length - tail.length)).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, groupsOfNetwork).join(':')}::/64`;
}

/** Without leading zeros; an IPv4 address at the end stands for two. */
function groupsIn(part: string): readonly string[] {
  const written = part.split(':').filter((each) => each !== '');
  return written.flatMap((each) => (each.includes('.') ? ['', ''] : [parseInt(each, 16).toString(16)]));
}
