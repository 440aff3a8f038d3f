/** Which characters the bytes of a text file are. */

/** Encodings of files without a mark that are not UTF-8, and what ledgers in them are full of. */
const chineseEncodings = [
  { label: 'gb18030', usual: /[的年月日客户名称编号单据金额余应收已未付款到期发票公司有限贸易合计币种]/g },
  { label: 'big5', usual: /[的年月日客戶名稱編號單據金額餘應收已未付款到期發票公司有限貿易合計幣種]/g },
] as const;

/** In Latin text accented letters stand alone among others; Chinese characters are two bytes or more in a row. */
const mostAlone = 0.5;

/**
 * Decode a text file: by its byte order mark, else UTF-8, else UTF-16 where every other byte is zero, else by what reads best: GB18030, which Excel
 * writes under a Chinese Windows, Big5 under that of Taiwan, Windows-1252 under those of western Europe.
 *
 * @example decodeText(Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)) //=> 'Müller'
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = countZeros(bytes.subarray(0, 4096));
  if (zeros.even + zeros.odd > 0)
    return new TextDecoder(zeros.odd >= zeros.even ? 'utf-16le' : 'utf-16be').decode(bytes);
  return decodedAs('utf-8', bytes) ?? decodeOther(bytes);
}

function decodeOther(bytes: Uint8Array): string {
  const readings = chineseEncodings.flatMap(({ label, usual }) => {
    const text = decodedAs(label, bytes);
    return text === null ? [] : [{ text, count: text.match(usual)?.length ?? 0 }];
  });
  const [best] = readings.sort((one, other) => other.count - one.count);
  const isLatin = best === undefined || (best.count === 0 && shareAlone(bytes) > mostAlone);
  return isLatin ? new TextDecoder('windows-1252').decode(bytes) : best.text;
}

/** The text, or null where the bytes are none in that encoding. */
function decodedAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Which share of the runs of bytes beyond ASCII is one byte long. */
function shareAlone(bytes: Uint8Array): number {
  let runs = 0;
  let alone = 0;
  for (let index = 0; index < bytes.length; index++) {
    const isStart = bytes[index] > 127 && !(bytes[index - 1] > 127);
    if (!isStart) continue;
    runs++;
    if (!(bytes[index + 1] > 127)) alone++;
  }
  return runs === 0 ? 0 : alone / runs;
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd']++;
  });
  return zeros;
}
