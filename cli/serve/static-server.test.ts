import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../security-headers.ts';
import { listen } from './listen.ts';
import { createStaticServer } from './static-server.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deeplog-serve-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  mkdirSync(join(site, 'samples'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(site, 'assets', 'a-1234.js'), 'export const a = 1;');
  writeFileSync(join(site, 'assets', 'm-1234.wasm'), Buffer.of(0, 97, 115, 109));
  writeFileSync(join(site, 'samples', 'x.log.gz'), gzipSync('one\ntwo\n'));
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  server = createStaticServer(site);
  port = await listen(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`, init);

/** Unlike `fetch`, sends the path as it is. */
function statusOfRawPath(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('every response', () => {
  test.each(['/', '/?sample=hdfs', '/assets/a-1234.js', '/assets/m-1234.wasm', '/samples/x.log.gz', '/nothing-here'])(
    'to %s carries the security headers',
    async (path) => {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value);
    },
  );

  test('has a type that the browser accepts', async () => {
    const types = await Promise.all(
      ['/', '/assets/a-1234.js', '/assets/m-1234.wasm', '/samples/x.log.gz'].map(async (path) =>
        (await get(path)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'application/wasm',
      'application/gzip',
    ]);
  });
});

describe('encoding', () => {
  test('text is packed where the browser can unpack it', async () => {
    const packed = await get('/assets/a-1234.js');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe('export const a = 1;');
    const plain = await get('/assets/a-1234.js', { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('export const a = 1;');
  });

  test('a packed log stays packed', async () => {
    const response = await get('/samples/x.log.gz');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await response.arrayBuffer())).toEqual(gzipSync('one\ntwo\n'));
  });

  test('HEAD has the headers and no body', async () => {
    const response = await get('/', { method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } });
    expect(response.headers.get('content-length')).toBe('31');
    expect(await response.text()).toBe('');
  });
});

test('only files with a hash in their name are cached for long', async () => {
  expect((await get('/assets/a-1234.js')).headers.get('cache-control')).toContain('immutable');
  expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
});

test.each([
  '/nothing-here',
  '/assets/',
  '/assets',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..\\secret.txt',
  '/link.txt',
  '/%00',
  '/%',
  '/index.html/x',
  `/${'a'.repeat(5000)}`,
])('%s is not found', async (path) => {
  expect(await statusOfRawPath(path)).toBe(404);
});

test('a missing page says so in a sentence', async () => {
  expect(await (await get('/nothing-here')).text()).toBe('There is no such page here. Deeplog opens at /.\n');
});

test('what is not a read is refused', async () => {
  const response = await get('/', { method: 'POST', body: 'x' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a taken port gives the next free one', async () => {
  const second = createStaticServer(join(folder, 'site'));
  const secondPort = await listen(second, port);
  second.close();
  expect(secondPort).toBeGreaterThan(port);
});
