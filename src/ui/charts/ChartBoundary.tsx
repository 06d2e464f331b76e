import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown with a sentence where the chart cannot be. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Charts load on demand, and a page that stayed open over an update asks for code that is gone: then the numbers remain. */
export class ChartBoundary extends Component<Props, { readonly failed: boolean }> {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  override state = { failed: false };

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        <p role="alert">The chart could not be loaded. Reload the page to see it; these are its numbers.</p>
        {this.props.fallback}
      </>
    );
  }
}
