import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../../src/workbench/files/textEncoding';

/** Byte for byte as the encoding has it. */
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('decodeText', () => {
  test.each([
    // 客户,金额
    ['GB18030', 'bf cd bb a7 2c bd f0 b6 ee', '客户,金额'],
    // 镕 lies beyond GB2312: its second byte is the letter F.
    ['GB18030 beyond GB2312', 'd5 c5 e9 46 2c bd f0 b6 ee', '张镕,金额'],
    // 客戶,金額
    ['Big5', 'ab c8 a4 e1 2c aa f7 c3 42', '客戶,金額'],
    ['UTF-8', 'e5 ae a2 e6 88 b7', '客户'],
  ])('%s', (_, hex, text) => expect(decodeText(bytes(hex))).toBe(text));

  test.each([
    'Fälligkeit;Müller Bau;Schäfer & Söhne',
    'Échéance;Créance;Réglé',
    'Förfallodatum;Café Norr;Belopp',
  ])('Windows-1252 of western Europe, which GB18030 would read too: %s', text =>
    expect(decodeText(latin(text))).toBe(text),
  );
});
