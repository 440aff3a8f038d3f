/** The grid's own colours; the chrome around it takes its from workbench.css. */
import type { Theme } from '../options';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly faintInk: string;
  readonly gridline: string;
  readonly header: string;
  readonly headerInk: string;
  readonly headerSelected: string;
  readonly headerSelectedInk: string;
  readonly headerWhole: string;
  readonly headerWholeInk: string;
  readonly accent: string;
  readonly selection: string;
  readonly freezeLine: string;
  readonly spill: string;
  readonly error: string;
  readonly references: readonly string[];
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#FFFFFF',
    ink: '#1B1B1B',
    faintInk: '#767676',
    gridline: '#E1E1E1',
    header: '#F5F5F5',
    headerInk: '#424242',
    headerSelected: '#D5E8DC',
    headerSelectedInk: '#0E5C2F',
    headerWhole: '#0F703B',
    headerWholeInk: '#FFFFFF',
    accent: '#107C41',
    selection: 'rgba(16, 124, 65, 0.11)',
    freezeLine: '#A0A0A0',
    spill: '#2B6CB0',
    error: '#C50F1F',
    references: ['#2B6CB0', '#B4252D', '#7A3E9D', '#0F703B', '#B5540B', '#0B7A75'],
  },
  dark: {
    paper: '#1C1C1C',
    ink: '#F0F0F0',
    faintInk: '#9E9E9E',
    gridline: '#383838',
    header: '#282828',
    headerInk: '#C8C8C8',
    headerSelected: '#1F4A31',
    headerSelectedInk: '#B9E8CB',
    headerWhole: '#2E9C5C',
    headerWholeInk: '#0A0A0A',
    accent: '#3FB871',
    selection: 'rgba(63, 184, 113, 0.16)',
    freezeLine: '#6E6E6E',
    spill: '#6CB1F2',
    error: '#F1707B',
    references: ['#6CB1F2', '#F08A90', '#C79BE0', '#5FD08F', '#F0A868', '#5CCFC9'],
  },
};
