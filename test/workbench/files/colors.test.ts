import { officeTheme, readColor, readThemeColors, tinted } from '../../../src/workbench/files/colors';
import { parseXml } from '../../../src/workbench/files/xml';

describe('colours', () => {
  /** What Excel's own palette shows for accent 1 of the Office theme, lighter 80, 60, 40 % and darker 25, 50 %. */
  test.each([
    [0.8, '#D9E1F2'],
    [0.6, '#B4C6E7'],
    [0.4, '#8EA9DB'],
    [-0.25, '#305496'],
    [-0.5, '#203764'],
  ])('#4472C4 with tint %d is %s', (tint, expected) => {
    const channels = (color: string) => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16));
    const found = channels(tinted('#4472C4', tint));
    // Excel rounds in its own way by one step of 255.
    channels(expected).forEach((channel, index) => {
      expect(Math.abs(channel - found[index])).toBeLessThanOrEqual(2);
    });
  });

  test('white, black and grey keep no hue', () => {
    expect(tinted('#FFFFFF', -0.25)).toBe('#BFBFBF');
    expect(tinted('#000000', 0.5)).toBe('#808080');
  });

  test.each([
    ['<color rgb="FFC00000"/>', '#C00000'],
    ['<color theme="0"/>', '#FFFFFF'],
    ['<color theme="1"/>', '#000000'],
    ['<color theme="4"/>', '#4472C4'],
    ['<color indexed="10"/>', '#FF0000'],
    ['<color indexed="22"/>', '#C0C0C0'],
    ['<color indexed="64"/>', undefined],
    ['<color auto="1"/>', undefined],
  ])('%s is %s', (xml, expected) => expect(readColor(parseXml(xml), officeTheme)).toBe(expected));

  test('a theme of its own', () => {
    const theme = parseXml(
      '<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="own"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1><a:lt1><a:srgbClr val="fefefe"/></a:lt1></a:clrScheme></a:themeElements></a:theme>',
    );
    expect(readThemeColors(theme).slice(0, 2)).toEqual(['#FEFEFE', '#111111']);
  });
});
