/** Knows whether anything is under way between the add-in and its host. */
export class Activity {
  private count = 0;
  private lastMessage = 0;

  constructor(private readonly onBusy: (isBusy: boolean) => void) {}

  /** How many requests, ribbon commands and postponed requests are not answered yet. */
  get pending(): number {
    return this.count;
  }

  begin(): void {
    this.count++;
    this.noteMessage();
    if (this.count === 1) {
      this.onBusy(true);
    }
  }

  end(): void {
    this.count--;
    this.noteMessage();
    if (this.count === 0) {
      this.onBusy(false);
    }
  }

  /** A message went one way or the other: the add-in may be at work on it. */
  noteMessage(): void {
    this.lastMessage = Date.now();
  }

  /** Milliseconds since the last message. */
  get silence(): number {
    return Date.now() - this.lastMessage;
  }
}
