let measuring: CanvasRenderingContext2D | null = null;

/** Measure a text in a CSS font. Where there is no canvas (tests without a browser) every letter is half as wide as it is high. */
export function textWidth(text: string, font: string): number {
  if (typeof document !== 'undefined') measuring ??= document.createElement('canvas').getContext('2d');
  if (!measuring) return text.length * 7;
  measuring.font = font;
  return measuring.measureText(text).width;
}
