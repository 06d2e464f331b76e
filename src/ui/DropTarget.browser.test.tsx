import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { DropTarget } from './DropTarget.tsx';
import { mount } from './mount.fixture.tsx';
import { stateOf, workbenchOf } from './workbench.fixture.ts';

function mountTarget() {
  const commands = { openFiles: vi.fn(), openDetector: vi.fn() };
  mount(<DropTarget />, workbenchOf(stateOf({ phase: 'empty' }), commands));
  return commands;
}

function drag(type: string, ...files: readonly File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

const overlay = page.getByText('Drop to analyse');
const log = new File(['a line'], 'app.log');

test('shows where files can go while they hang over the window', async () => {
  mountTarget();
  drag('dragenter', log);
  await expect.element(overlay).toBeVisible();
  drag('dragleave', log);
  await expect.element(overlay).not.toBeInTheDocument();
});

test('opens what is dropped anywhere, and keeps the browser from leaving the page', async () => {
  const { openFiles } = mountTarget();
  drag('dragenter', log);
  expect(drag('dragover', log).defaultPrevented).toBe(true);
  expect(drag('drop', log).defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(openFiles).toHaveBeenCalledOnce());
  expect(openFiles.mock.calls[0]?.[0][0].name).toBe('app.log');
  await expect.element(overlay).not.toBeInTheDocument();
});

test('takes a detector for a detector', async () => {
  const { openFiles, openDetector } = mountTarget();
  drag('drop', new File(['x'], 'hdfs.deeplog'));
  await vi.waitFor(() => expect(openDetector).toHaveBeenCalledOnce());
  expect(openFiles).not.toHaveBeenCalled();
});

test('ignores dragged text', async () => {
  mountTarget();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', 'x');
  document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
  await expect.element(overlay).not.toBeInTheDocument();
});
