import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARAMETER_TYPES, type ParameterType, parameterType, unitOf } from './parameter-type.ts';

const SAMPLES: readonly (readonly [ParameterType, readonly string[]])[] = [
  ['number', ['1', '-2', '3.5']],
  ['number', ['0x10', '0xff']],
  ['number', ['200', '404', '200', '200', '404', '200', '200', '200']],
  ['number', ['12345678', '87654321']],
  ['duration', ['12ms', '1.5 sec', '2 min']],
  ['duration', ['00:00:12', '00:59:01', '01:00:00']],
  ['size', ['5 bytes', '10 KB']],
  ['size', ['5 KB/s', '1 MB/s']],
  ['time', ['10:32:07', '11:00:00', '00:10:00']],
  ['time', ['10:32', '9:05 PM']],
  ['time', ['2024-05-01T10:00:00.123Z', '2024-05-01']],
  ['time', ['Thu Jun 16 04:02:00 2005', 'Jun 9']],
  ['time', ['16/Jun/2005:10:00:00 +0000', '1 May 2024']],
  ['ip', ['10.251.73.220:50010', '/10.250.19.102:54106']],
  ['ip', ['localhost/127.0.0.1:8020', '255.255.255.255', '10.0.0.0/8']],
  ['ip', ['10.11.10.1', '10.11.21.132,10.11.10.1', '10.11.21.132, 10.11.10.1']],
  ['ip', ['fe80::1', '::', '[2001:db8::1]:443', '2001:0db8:0000:0000:0000:ff00:0042:8329']],
  ['url', ['http://example.org/a?b=c', 'hdfs://node:9000/x']],
  ['path', ['/var/log/a.log', 'C:\\temp\\x', '\\\\host\\share', '~/x', 'jobs/a/b']],
  ['id', ['550e8400-e29b-41d4-a716-446655440000', 'req-550e8400-e29b-41d4-a716-446655440001']],
  ['id', ['deadbeef12', '0123456789abcdef']],
  ['id', ['0x7fff5fbff8c0', '0x7fff5fbff8d0']],
  ['id', ['1608999687919862906', '-1608999687919862907']],
  ['id', ['00:1a:2b:3c:4d:5e', '00-1a-2b-3c-4d-5f']],
  ['id', ['blk_-1608999687919862906', 'blk_38865049064139660']],
  ['id', ['job_1', 'job_2', 'job_2']],
  ['enum', Array.from({ length: 20 }, (_, i) => ['started', 'stopped'][i % 2] ?? '')],
  ['enum', Array.from({ length: 64 }, (_, i) => `worker-${i % 16}`)],
  ['id', Array.from({ length: 64 }, (_, i) => `worker-${i % 17}`)],
  ['text', ['root', 'anna', 'ben']],
  ['text', ['Connection reset by peer', 'Connection refused']],
  ['text', ['256.1.1.1x', 'a/b', '...', '12 apples']],
  ['text', ['__proto__', 'constructor', 'toString']],
  ['text', []],
];

test.each(SAMPLES)('%s: %j', (type, values) => {
  expect(parameterType(values)).toBe(type);
});

test('a few values that are something else do not change the type, many do', () => {
  const numbers = Array.from({ length: 100 }, (_, i) => String(i));
  expect(parameterType([...numbers, 'null', '-'])).toBe('number');
  expect(parameterType([...numbers, ...Array.from({ length: 20 }, (_, i) => `none of ${i}`)])).toBe('text');
});

test('values in different units are no amounts of one kind', () => {
  expect(unitOf(['1', '2 ms', '3 KB'])).toBeUndefined();
  expect(unitOf(['1 s', '2 ms'])).toBe('ms');
});

test('a rare value beside an enumeration leaves it one', () => {
  const words = Array.from({ length: 300 }, (_, i) => ['open', 'closed', 'half open'][i % 3] ?? '');
  expect(parameterType([...words, 'ajar'])).toBe('enum');
  expect(parameterType(words.slice(0, 9).concat('ajar'))).toBe('text');
});

test('any values have a type, whatever their order, and in linear time', () => {
  const someValue = fc.oneof(fc.string(), fc.double().map(String), fc.ipV4(), fc.uuid(), fc.webUrl());
  fc.assert(
    fc.property(fc.array(someValue, { maxLength: 30 }), (values) => {
      const type = parameterType(values);
      expect(PARAMETER_TYPES).toContain(type);
      expect(parameterType(values.toReversed())).toBe(type);
    }),
  );
  for (const unit of ['1', 'a', '1.', ':', '/', '-', '1 s ', 'f:', '\u202e', '0a-']) {
    expect(PARAMETER_TYPES).toContain(parameterType([unit.repeat(10_000), unit.repeat(60), unit.repeat(500)]));
  }
});
