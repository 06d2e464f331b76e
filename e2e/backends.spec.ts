import { BACKENDS } from '../src/core/sequence/key-model.ts';
import { loginLog } from './logs.ts';
import { expect, test } from './test.ts';

for (const backend of BACKENDS) {
  test(`the address chooses the backend ${backend}`, async ({ app }) => {
    await app.open(`?backend=${backend}`);
    await app.choose(loginLog('logins.log', 300, 61));
    await expect(app.page.getByText(/^epoch \d+ of/)).toBeVisible({ timeout: 0 });
    await expect(app.body).toHaveAttribute('data-backend', backend);
    await app.show('Training');
    await expect(app.setting('Backend')).toHaveValue(backend);
    await expect(app.page.getByText(/^You asked for .+; a short test took/).first()).toBeVisible();
    await app.button('Stop and keep').click();
    await app.reaches('scored');
    await expect(app.body).toHaveAttribute('data-backend', backend);
  });
}
