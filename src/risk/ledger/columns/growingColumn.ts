/** The typed arrays a column can grow in. */
type NumberArray =
  | Float64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

const firstCapacity = 1024;

/** A typed column of unknown length: takes half as much room again when full, so that adding a million rows copies each value about twice. */
export class GrowingColumn<A extends NumberArray> {
  length = 0;
  /** Where the values lie, with room for more behind them; outdated by adding. */
  room: A;
  private view: A;

  constructor(private readonly allocate: (length: number) => A) {
    this.room = allocate(firstCapacity);
    this.view = this.room.subarray(0, 0) as A;
  }

  push(value: number): void {
    if (this.length === this.room.length) this.grow(this.length + 1);
    this.room[this.length++] = value;
  }

  /**
   * Add that many entries for the caller to write into `room`, and give the index of the first one.
   *
   * @example const first = column.extend(2); column.room[first] = 1; column.room[first + 1] = 2;
   */
  extend(count: number): number {
    const first = this.length;
    if (first + count > this.room.length) this.grow(first + count);
    this.length = first + count;
    return first;
  }

  /** Take room for exactly that many entries, where somebody knows how many there will be. */
  reserve(capacity: number): void {
    if (capacity > this.room.length) this.move(capacity);
  }

  private grow(needed: number): void {
    this.move(Math.max(needed, Math.ceil(this.room.length * 1.5)));
  }

  private move(capacity: number): void {
    const larger = this.allocate(capacity);
    larger.set(this.room);
    this.room = larger;
  }

  /** The value added last; NaN while there is none. */
  get last(): number {
    return this.room[this.length - 1] ?? Number.NaN;
  }

  /** The values so far, as a view: writing to it writes to the column, adding rows outdates it. */
  get values(): A {
    // Kept, because loops ask for it at every row.
    if (this.view.length !== this.length || this.view.buffer !== this.room.buffer)
      this.view = this.room.subarray(0, this.length) as A;
    return this.view;
  }
}

/** Start a column of serial days: whole and below 2^24, which 32 bits hold exactly, or NaN. */
export const growingDays = () => new GrowingColumn(length => new Float32Array(length));

/** Start a column of money or anything else that may be NaN. */
export const growingFloats = () => new GrowingColumn(length => new Float64Array(length));

/** Start a column of codes or rows. */
export const growingIntegers = () => new GrowingColumn(length => new Int32Array(length));

/** Start a column of codes below 65,536. */
export const growingSmallCodes = () => new GrowingColumn(length => new Uint16Array(length));

/** Start a column of flags or a few codes. */
export const growingBytes = () => new GrowingColumn(length => new Uint8Array(length));
