import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileToOrder, fileOrder } from './file-order.ts';

const file = (name: string, firstTime?: number): FileToOrder => ({ name, size: 1, firstTime });
const namesInOrder = (files: readonly FileToOrder[]) => fileOrder(files).map((place) => files[place]?.name);

test.each([
  [['app.log.10.gz', 'app.log.2.gz', 'app.log.1', 'app.log']],
  [['app-2024-01-02.log', 'app-2024-01-10.log', 'app.log']],
  [['app.log-20231231.gz', 'app.log-20240102', 'app.log']],
  [['app.2024-01-02.1.log', 'app.2024-01-02.2.log', 'app.2024-01-03.1.log', 'app.log']],
  [['app.log.2024-01-02-09', 'app.log.2024-01-02-10', 'app.log']],
  [['auth.log.1', 'auth.log', 'syslog.2.gz', 'syslog.1', 'syslog']],
  [['node2.log', 'node10.log']],
])('%j is read in this order', (names) => {
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
      expect(namesInOrder(shuffled.map((name) => file(name)))).toEqual(names);
    }),
  );
});

test('first times decide where every file has one', () => {
  expect(namesInOrder([file('app.log', 3), file('app.log.1', 5), file('b.log', 1)])).toEqual([
    'b.log',
    'app.log',
    'app.log.1',
  ]);
  expect(namesInOrder([file('app.log', 3), file('app.log.1'), file('b.log', 1)])).toEqual([
    'app.log.1',
    'app.log',
    'b.log',
  ]);
});

test('the order in which files are given does not matter', () => {
  const part = fc.constantFrom('app', '.log', '.1', '.2', '.10', '-20240102', '.2024-01-03', '.gz', 'db', '-', '7');
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const time = fc.option(fc.nat(3), { nil: undefined, freq: 4 });
  const named = fc.tuple(name, time).map(([text, firstTime]) => file(text, firstTime));
  const files = fc.uniqueArray(named, { selector: (one) => one.name, maxLength: 8 });
  fc.assert(
    fc.property(
      files.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(namesInOrder(shuffled)).toEqual(namesInOrder(all));
      },
    ),
  );
});
