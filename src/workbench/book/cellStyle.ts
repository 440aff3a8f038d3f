/** How a cell looks. */
export interface CellStyle {
  /** Excel number format code; `General` when absent. */
  readonly numberFormat?: string;
  /** `#RRGGBB`; absent for none. */
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right' | 'general';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** What files bring along and take away again; absent is the workbook's own font. Size in points. */
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  /** Steps from the cell's edge. */
  readonly indent?: number;
  /** False where a protected sheet lets the cell be changed; locked when absent. */
  readonly locked?: boolean;
  /** Fonts within its text, while that is the text they were made for. */
  readonly richText?: readonly TextRun[];
  readonly borders?: Partial<Record<'top' | 'right' | 'bottom' | 'left', BorderEdge>>;
}

/** `style` as files name it: thin, medium, thick, dashed, dotted, double, hair … */
export interface BorderEdge {
  readonly style: string;
  readonly color: string;
}

/** What of a style is about letters. */
export type LetterStyle = Pick<
  CellStyle,
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'fontColor' | 'fontName' | 'fontSize'
>;

/** A part of a text; without a font of its own it is written in the cell's. */
export interface TextRun {
  readonly text: string;
  readonly font?: LetterStyle & { readonly raised?: 'superscript' | 'subscript' };
}
