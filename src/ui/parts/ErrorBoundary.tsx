import { Component, type ComponentType, type ReactNode } from 'react';

export interface FailureProps {
  readonly error: unknown;
  /** Renders what has failed anew. */
  readonly onRetry: () => void;
}

interface ErrorBoundaryProps {
  /** What is shown in place of what has failed. */
  readonly failure: ComponentType<FailureProps>;
  /** Called once for each failure. */
  readonly onError?: (error: unknown) => void;
  /** Called before the children are rendered anew. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: { readonly error: unknown } | undefined;
}

/** Keeps a failure of what is rendered within to itself: without one React takes the whole page away. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failed: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    const { failed } = this.state;
    const { failure: Failure, children, onRetry } = this.props;
    if (!failed) return children;
    const retry = () => {
      onRetry?.();
      this.setState({ failed: undefined });
    };
    return <Failure error={failed.error} onRetry={retry} />;
  }
}
