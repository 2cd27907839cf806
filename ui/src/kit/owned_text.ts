// Who owns the text in a field: the person typing, until what was typed came back from the host.
// A pure rule, used by every field; see `Ownership.offer` for when a reload may write.

/**
 * **Invariant:** text from outside never replaces text that is focused, being composed, or typed and not yet
 * taken up by the host, unless the field is given another record to show.
 */
export class OwnedText {
  /** What stands in the field. */
  text = "";
  focused = false;
  composing = false;
  #record = "";
  /** Last value the host gave that was shown or echoed. */
  #settled = "";
  #waiting: string | undefined;

  /** Typed and not yet echoed by the host. */
  get unsaved(): boolean {
    return this.text !== this.#settled;
  }

  /** The host offers `value` for `record`; returns whether the shown text changed. */
  offer(record: string, value: string): boolean {
    if (record !== this.#record) {
      this.#record = record;
      return this.#show(value);
    }
    if (value === this.text) {
      this.#settled = value;
      this.#waiting = undefined;
      return false;
    }
    if (this.composing || this.focused || this.unsaved) {
      // An echo of an older keystroke is no news; anything else waits until the person is done.
      this.#waiting = value === this.#settled ? undefined : value;
      return false;
    }
    return this.#show(value);
  }

  /** The person typed. */
  type(text: string): void {
    this.text = text;
  }

  /** The field was left; returns whether waiting text was shown. */
  leave(): boolean {
    this.focused = false;
    this.composing = false;
    if (this.#waiting === undefined || this.unsaved) return false;
    return this.#show(this.#waiting);
  }

  #show(value: string): boolean {
    const changed = this.text !== value;
    this.text = value;
    this.#settled = value;
    this.#waiting = undefined;
    return changed;
  }
}
