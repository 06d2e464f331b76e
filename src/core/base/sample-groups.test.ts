import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleGroups } from './sample-groups.ts';

const pairs = fc.array(fc.tuple(fc.nat(3), fc.integer()), { maxLength: 60 });

test('small groups are kept whole, in order', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const samples = sampleGroups(4, 60, (visit) => {
        for (const [group, value] of all) visit(group, value);
      });
      samples.forEach((sample, group) => {
        expect([...sample]).toEqual(all.filter(([own]) => own === group).map(([, value]) => value));
      });
    }),
  );
});

test('of large groups some are taken, at equal distances', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 }), (count, most) => {
      const [sample] = sampleGroups(1, most, (visit) => {
        for (let value = 0; value < count; value++) visit(0, value);
      });
      const stride = Math.ceil(count / most);
      expect([...(sample ?? [])]).toEqual(
        Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride),
      );
    }),
  );
});
