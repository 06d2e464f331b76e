import { expect, type Locator, type Page } from '@playwright/test';
import type { LogFile } from './logs.ts';

export interface FindingRow {
  readonly session: string;
  readonly cause: string;
  readonly line: number;
  readonly score: number;
}

type Phase = 'empty' | 'reading' | 'parsed' | 'training' | 'scored' | 'failed';
type View = 'Data' | 'Templates' | 'Sessions' | 'Training' | 'Anomalies' | 'Workflow' | 'Compare' | 'Drift' | 'Export';

/** The page as a person uses it, by the names that docs and scripts rely on. */
export class Workbench {
  readonly page: Page;
  readonly body: Locator;
  readonly alert: Locator;
  readonly anomalies: Locator;
  readonly inspector: Locator;
  readonly templateValues: Locator;
  readonly title: Locator;

  constructor(page: Page) {
    this.page = page;
    this.body = page.locator('body');
    this.alert = page.getByRole('alert');
    this.anomalies = page.getByRole('table', { name: 'Anomalies' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.templateValues = page.getByRole('region', { name: 'Template values' });
    this.title = page.getByRole('heading', { level: 1 });
  }

  /**
   * Opens the page and waits until it can be used; phases are recorded from the start.
   *
   * @param query where it is left out, a backend, since trying them all takes longer than learning from a small log, and few passes:
   * enough for a thousand lines, too few for a log that is much smaller
   */
  async open(query = '?backend=wasm&epochs=10'): Promise<void> {
    await this.page.addInitScript(recordPhases);
    await this.page.goto(query);
    await expect(this.title).toBeVisible();
  }

  /** Phases in the order they were entered since the page was opened. */
  phases(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { phases: string[] }).phases);
  }

  /** Waits as long as the test may last: how long that takes is up to the machine. */
  async reaches(phase: Phase): Promise<void> {
    await expect(this.body).toHaveAttribute('data-phase', phase, { timeout: 0 });
  }

  async choose(...files: readonly LogFile[]): Promise<void> {
    await this.page.getByLabel('Choose log files').setInputFiles([...files]);
  }

  /** From a start page to findings. */
  async analyse(...files: readonly LogFile[]): Promise<void> {
    await this.choose(...files);
    await this.reaches('scored');
  }

  /** Drops files or folders of this machine on the middle of the window, as the browser gets it from the desktop. */
  async drop(...paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await session.detach();
  }

  async show(view: View): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Pipeline' })
      .getByRole('link', { name: view, exact: true })
      .click();
  }

  setting(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async set(label: string, value: number): Promise<void> {
    await this.setting(label).fill(String(value));
    await this.setting(label).press('Enter');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** All findings, those out of sight too; they are on the page Anomalies. */
  async findings(): Promise<FindingRow[]> {
    return (await this.findingGroups()).flat();
  }

  /** Findings with one reason each, as they are listed: the best example first. */
  async findingGroups(): Promise<FindingRow[][]> {
    await this.show('Anomalies');
    const groups: FindingRow[][] = [];
    for (const { session = '', cause = '', line, score, verbs } of await rowsOf(this.anomalies)) {
      const row = { session, cause, line: Number(line), score: Number(score) };
      // Only a best example has buttons that speak of its group.
      if (verbs !== '0') groups.push([]);
      groups.at(-1)?.push(row);
    }
    return groups;
  }

  /** Selects a finding, which may be out of sight. */
  async select(session: string): Promise<void> {
    const findings = await this.findings();
    const index = findings.findIndex((finding) => finding.session === session);
    await this.anomalies.evaluate((table, share) => {
      const scroller = table.parentElement as HTMLElement;
      scroller.scrollTop = scroller.scrollHeight * share;
    }, index / findings.length);
    await this.anomalies.locator(`[data-index="${index}"]`).click();
  }

  /** Downloads what a button of the page Export offers. */
  async download(button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    await this.show('Export');
    const waiting = this.page.waitForEvent('download');
    await this.button(button).click();
    const download = await waiting;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }
}

/** The `data-*` attributes of all rows of a table that keeps only those in sight, in order, and how many buttons each has. */
async function rowsOf(table: Locator): Promise<Partial<Record<string, string>>[]> {
  await expect(table).toBeVisible();
  return await table.evaluate(async (element) => {
    const scroller = element.parentElement as HTMLElement;
    const count = Number(element.getAttribute('aria-rowcount')) - 1;
    const rows = new Map<number, Record<string, string>>();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (scroller.scrollTop = 0; rows.size < count; scroller.scrollTop += scroller.clientHeight / 2) {
      await frame();
      await frame();
      for (const row of element.querySelectorAll<HTMLElement>('[data-index]')) {
        const verbs = String(row.querySelectorAll('button').length);
        rows.set(Number(row.dataset.index), { ...row.dataset, verbs } as Record<string, string>);
      }
    }
    scroller.scrollTop = 0;
    return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  });
}

/** Runs in the page, before its own code. */
function recordPhases(): void {
  const phases: string[] = [];
  Object.assign(window, { phases });
  const record = () => {
    const phase = document.body?.dataset.phase;
    if (phase !== undefined && phase !== phases.at(-1)) phases.push(phase);
  };
  new MutationObserver(record).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-phase'],
  });
}
