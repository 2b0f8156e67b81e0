/** What a pane or a dialog says about its canvas. */
export interface CanvasProps {
  /** What it is called. */
  readonly label: string;
  /** How it is used with the keyboard: read out with the label. */
  readonly description: string;
}
