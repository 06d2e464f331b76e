import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metaPolicy, SECURITY_HEADERS } from './security-headers.ts';

test('the policy is the documented one', () => {
  expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; " +
      "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
      'trusted-types worker',
  );
});

test('the policy in the page leaves out what browsers refuse there', () => {
  expect(metaPolicy()).toBe(SECURITY_HEADERS['Content-Security-Policy']?.replace("frame-ancestors 'none'; ", ''));
});

test('public/_headers, which static hosts read, says the same', () => {
  const [pattern, ...lines] = readFileSync(new URL('../public/_headers', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  expect(pattern).toBe('/*');
  const headers = lines.map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)?.slice(1, 3) ?? [line]);
  expect(Object.fromEntries(headers)).toEqual(SECURITY_HEADERS);
});
