/** The typed arrays a column can grow in. */
type NumberArray = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

const firstCapacity = 1024;

/** A typed column of unknown length: doubles its room, so that adding a million rows copies each value about once. */
export class GrowingColumn<A extends NumberArray> {
  length = 0;
  private room: A;
  private view: A;

  constructor(private readonly allocate: (length: number) => A) {
    this.room = allocate(firstCapacity);
    this.view = this.room.subarray(0, 0) as A;
  }

  push(value: number): void {
    if (this.length === this.room.length) {
      const larger = this.allocate(this.room.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = value;
  }

  /** The value added last; NaN while there is none. */
  get last(): number {
    return this.room[this.length - 1] ?? Number.NaN;
  }

  /** The values so far, as a view: writing to it writes to the column, adding rows outdates it. */
  get values(): A {
    // Kept, because loops ask for it at every row.
    if (this.view.length !== this.length) this.view = this.room.subarray(0, this.length) as A;
    return this.view;
  }
}

/** Start a column of money, dates or anything that may be NaN. */
export const growingFloats = () => new GrowingColumn(length => new Float64Array(length));

/** Start a column of codes or rows. */
export const growingIntegers = () => new GrowingColumn(length => new Int32Array(length));

/** Start a column of flags or small codes. */
export const growingBytes = () => new GrowingColumn(length => new Uint8Array(length));
