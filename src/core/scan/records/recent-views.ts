const NONE = new Uint8Array(0);

/** Views of the two arrays that were read last; to make one takes as long as to copy a line. */
export class RecentViews {
  private bytes: Uint8Array = NONE;
  private view: DataView = new DataView(NONE.buffer);
  private otherBytes: Uint8Array = NONE;
  private otherView: DataView = this.view;

  /** A view of all of the bytes. */
  of(bytes: Uint8Array): DataView {
    if (bytes === this.bytes) return this.view;
    if (bytes === this.otherBytes) return this.otherView;
    this.otherBytes = this.bytes;
    this.otherView = this.view;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return this.view;
  }
}
