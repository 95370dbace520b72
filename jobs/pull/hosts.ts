/** Which hosts files may be pulled from, and at which addresses: nothing else is ever asked. */
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

export interface Hosts {
  /** As `URL.origin` writes them. */
  origins: ReadonlySet<string>;
  /** Addresses that may be connected to although they are not of the open internet. */
  addresses: BlockList;
}

/**
 * A list parted by commas: `data.example.edu.cn` (https), `data.example.edu.cn:8443`, `http://10.1.2.3:8080` where it
 * must be without encryption, and ranges such as `10.20.0.0/16` in which a listed name may lie.
 */
export const pullHosts = z.string().transform((text, context): Hosts => {
  const origins = new Set<string>();
  const addresses = new BlockList();
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    if (addRange(addresses, part)) continue;
    const url = URL.parse(part.includes('://') ? part : `https://${part}`);
    if (
      !url ||
      !/^https?:$/.test(url.protocol) ||
      !/^[a-z\d.-]+$|^\[[\da-f:]+\]$/.test(url.hostname) ||
      `${url.username}${url.search}${url.hash}` !== '' ||
      url.pathname !== '/'
    ) {
      context.addIssue(`${part} is neither a host nor a range of addresses`);
      continue;
    }
    origins.add(url.origin);
    const host = addressOf(url);
    if (isIP(host)) addresses.addAddress(host, familyOf(host));
  }
  return { origins, addresses };
});

function addRange(addresses: BlockList, text: string): boolean {
  const [, address = '', bits = ''] = /^([\da-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(address);
  if (family === 0 || Number(bits) > (family === 4 ? 32 : 128)) return false;
  addresses.addSubnet(address, Number(bits), familyOf(address));
  return true;
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The host of an address on the web, an IPv6 address without its brackets. */
export const addressOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Addresses of machines beside us and of purposes of their own (RFC 6890): a public name must not lead to them. */
const notPublic = new BlockList();
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/127', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']
])
  addRange(notPublic, range);

/** Whether a listed name may lead to this address. */
export const mayConnect = (hosts: Pick<Hosts, 'addresses'>, address: string): boolean =>
  !notPublic.check(address, familyOf(address)) || hosts.addresses.check(address, familyOf(address));
