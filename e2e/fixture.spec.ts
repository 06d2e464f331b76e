import { expect, test } from './test.ts';

test('the base fixture sees what must fail a test', async ({ page, watch, site }) => {
  const provoke: readonly [fault: RegExp, run: () => unknown][] = [
    [/^console error: odd/, () => console.error('odd')],
    [/^console warning: odd/, () => console.warn('odd')],
    [
      /^uncaught: Error: thrown/,
      () =>
        setTimeout(() => {
          throw new Error('thrown');
        }),
    ],
    [/^uncaught: Error: rejected/, () => void Promise.reject(new Error('rejected'))],
    [/^console error: .*Content Security Policy/, () => fetch('http://127.0.0.2:9/odd').catch(() => undefined)],
    // The policy of the page does not bind navigation.
    [/^request to another origin: http:\/\/127\.0\.0\.2:9\/odd/, () => location.assign('http://127.0.0.2:9/odd')],
  ];
  for (const [fault, run] of provoke) {
    await page.goto(site);
    expect(watch.faults).toEqual([]);
    await page.evaluate(run);
    await expect.poll(() => watch.faults).toContainEqual(expect.stringMatching(fault));
    watch.faults.length = 0;
  }
});
