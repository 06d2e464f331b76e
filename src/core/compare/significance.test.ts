import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../base/random.ts';
import { benjaminiHochberg, proportionTest, smallestP } from './significance.ts';

const of = (part: number, whole: number) => ({ part, whole });

describe('proportionTest', () => {
  it('is Fisher’s exact test for few cases', () => {
    // Fisher's tea: 3 of 4 against 1 of 4.
    expect(proportionTest(of(3, 4), of(1, 4))).toBeCloseTo(34 / 70, 12);
    // R: fisher.test(matrix(c(1, 11, 9, 3), 2))
    expect(proportionTest(of(1, 12), of(9, 12))).toBeCloseTo(0.002759456, 8);
  });

  it('is the G-test for many', () => {
    // G = 2 (60 ln(60/50) + 40 ln(40/50) + 40 ln(40/50) + 60 ln(60/50)) = 8.054, whose tail is 0.00454.
    expect(proportionTest(of(60, 100), of(40, 100))).toBeCloseTo(0.00454, 5);
  });

  it('finds nothing in equal shares, and nothing where one side is empty', () => {
    expect(proportionTest(of(50, 100), of(500, 1000))).toBeCloseTo(1, 6);
    expect(proportionTest(of(0, 0), of(5, 10))).toBe(1);
    expect(proportionTest(of(10, 10), of(20, 20))).toBe(1);
  });

  it('is a probability, and the same for both orders and for having and lacking', () => {
    const counted = fc
      .integer({ min: 0, max: 5000 })
      .chain((whole) => fc.record({ part: fc.integer({ min: 0, max: whole }), whole: fc.constant(whole) }));
    const lacking = ({ part, whole }: { part: number; whole: number }) => of(whole - part, whole);
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const p = proportionTest(a, b);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(proportionTest(b, a)).toBeCloseTo(p, 9);
        expect(proportionTest(lacking(a), lacking(b))).toBeCloseTo(p, 9);
      }),
    );
  });

  it('calls at most one in twenty of equal shares different at 5 %', () => {
    const random = createRandom(1);
    const draw = (whole: number, share: number) =>
      of(Array.from({ length: whole }, random.uniform).filter((value) => value < share).length, whole);
    for (const share of [0.02, 0.3]) {
      const found = Array.from({ length: 1000 }, () => proportionTest(draw(100, share), draw(150, share)) < 0.05);
      expect(found.filter(Boolean).length).toBeLessThan(70);
    }
  });
});

describe('smallestP', () => {
  it('is what the most uneven table gives', () => {
    expect(smallestP(1, 100, 100)).toBeCloseTo(1, 9);
    expect(smallestP(3, 100, 100)).toBeGreaterThan(0.05);
    expect(smallestP(8, 100, 100)).toBeCloseTo(proportionTest(of(8, 100), of(0, 100)), 12);
  });
});

describe('benjaminiHochberg', () => {
  it('gives the example of the paper', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const q = benjaminiHochberg(p);
    // Section 3.2: four of the fifteen are rejected at 5 %.
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4);
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  it('keeps the order of the tests, and their ranks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 }), (p) => {
        const q = benjaminiHochberg(p);
        expect(q).toHaveLength(p.length);
        q.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(p[at] as number);
          expect(value).toBeLessThanOrEqual(1);
        });
        const byP = [...p.keys()].sort((i, j) => (p[i] as number) - (p[j] as number));
        expect(byP.map((test) => q[test])).toEqual([...q].sort((a, b) => a - b));
      }),
    );
  });
});
