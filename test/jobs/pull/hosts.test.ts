import { expect, test } from 'vitest';
import { mayConnect, pullHosts, type Hosts } from '#jobs/pull/hosts.ts';

const hosts = (text: string): Hosts => pullHosts.parse(text);

test('a host is listed with its protocol and port', () => {
  expect([...hosts('data.example.edu.cn, a.example:8443 ,http://10.1.2.3:8080,[fd00::1]').origins]).toEqual([
    'https://data.example.edu.cn',
    'https://a.example:8443',
    'http://10.1.2.3:8080',
    'https://[fd00::1]'
  ]);
  expect(hosts('').origins.size).toBe(0);
});

test.each([
  'a b',
  'ftp://a.example',
  'https://a.example/path',
  'https://user:word@a.example',
  '*',
  '10.0.0.0/33',
  'a/8'
])('%s is refused', (text) => {
  expect(pullHosts.safeParse(`ok.example,${text}`).error?.issues[0]?.message).toContain(text);
});

test.each([
  ['8.8.8.8', true],
  ['127.0.0.1', false],
  ['10.20.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::a00:1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['2606:4700::1111', true]
])('a name may lead to %s: %s', (address, allowed) => {
  expect(mayConnect(hosts('data.example'), address)).toBe(allowed);
});

test('inner addresses may be listed one by one or as a range', () => {
  const inner = hosts('data.example, 10.20.0.0/16, http://192.168.1.1, fd00::/8');
  for (const address of ['10.20.255.1', '192.168.1.1', 'fd12::1', '::ffff:10.20.0.1'])
    expect(mayConnect(inner, address), address).toBe(true);
  for (const address of ['10.21.0.1', '192.168.1.2', '127.0.0.1', 'fe80::1'])
    expect(mayConnect(inner, address), address).toBe(false);
});
