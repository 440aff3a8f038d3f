/** Colours of cells, kept readable on whatever they end up on. */

const colourPattern = /^#?([0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
/** WCAG's ratio for large text; less is not readable at a glance. */
const enoughContrast = 3;
/** White has that contrast up to this luminance, (1 + 0.05) / 3 − 0.05; on anything lighter only black has. */
const lightBackground = 0.3;

type Channels = readonly [number, number, number];

/** As `#RRGGBB` in capitals, or '' when it is no colour. */
export function normalColour(colour: string | undefined): string {
  const channels = channelsOf(colour ?? '');
  return channels ? toHex(channels) : '';
}

/** The colour, made lighter or darker until it can be read on the background. */
export function readableOn(colour: string, background: string): string {
  const channels = channelsOf(colour);
  if (!channels || contrast(colour, background) >= enoughContrast) return colour;
  const target: Channels = isDark(background) ? [255, 255, 255] : [0, 0, 0];
  for (let share = 0.2; share < 1; share += 0.2) {
    const candidate = toHex(mix(channels, target, share));
    if (contrast(candidate, background) >= enoughContrast) return candidate;
  }
  return toHex(target);
}

/** Whether light ink reads better on a background than dark. */
export const isDark = (background: string): boolean => luminance(background) <= lightBackground;

const darkInk = '#1B1B1B';
const lightInk = '#F0F0F0';

/** The ink of text that has no colour of its own: dark or light, whichever reads better on the background. */
export const inkFor = (background: string): string =>
  contrast(darkInk, background) >= contrast(lightInk, background) ? darkInk : lightInk;

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const lighter = Math.max(luminance(one), luminance(other));
  const darker = Math.min(luminance(one), luminance(other));
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour with a share (0 to 1) of another in it. */
export function blend(colour: string, other: string, share: number): string {
  const from = channelsOf(colour);
  const to = channelsOf(other);
  return from && to ? toHex(mix(from, to, share)) : colour;
}

function luminance(colour: string): number {
  const [red, green, blue] = (channelsOf(colour) ?? [255, 255, 255]).map(channel => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): Channels | null {
  const match = colourPattern.exec(colour);
  if (!match) return null;
  return [Number.parseInt(match[2], 16), Number.parseInt(match[3], 16), Number.parseInt(match[4], 16)];
}

const mix = (from: Channels, to: Channels, share: number): Channels => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

const toHex = (channels: Channels): string =>
  `#${channels.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
