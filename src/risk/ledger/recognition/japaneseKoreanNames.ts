import type { Field } from '../ledger';
import { headerWords } from './headerText';

const listed = (names: string): readonly string[] => names.split(',').map(headerWords);

/**
 * Headings of a ledger in Japanese and Korean. Only words that mean one thing in a list of receivables are here, and only whole headings count: what
 * is left of an invoice (`残高`, `잔액`), but not the tax in it.
 */
export const japaneseKoreanNames: Readonly<Partial<Record<Field, readonly string[]>>> = {
  customer: listed(`
    得意先名, 得意先名称, 得意先, 取引先名, 取引先名称, 取引先, 顧客名, 顧客名称, 顧客, お客様名, お客様, 請求先名, 請求先, 販売先, 売掛先, 会社名, 相手先,
    거래처명, 거래처, 고객명, 고객사명, 고객사, 고객, 업체명, 매출처명, 매출처, 회사명, 상호
  `),
  customerNumber: listed(`
    得意先コード, 得意先番号, 得意先CD, 取引先コード, 取引先番号, 取引先CD, 顧客コード, 顧客番号, 顧客CD, 請求先コード,
    거래처코드, 거래처 코드, 거래처번호, 거래처 번호, 고객코드, 고객 코드, 고객번호, 고객 번호, 사업자등록번호, 사업자번호
  `),
  document: listed(`
    請求書番号, 請求番号, 請求書No, 請求No, 伝票番号, 伝票No, インボイス番号, 納品書番号,
    송장번호, 송장 번호, 청구서번호, 청구서 번호, 청구번호, 전표번호, 전표 번호, 세금계산서번호, 계산서번호, 인보이스번호, 문서번호
  `),
  documentType: listed(
    '伝票種別, 伝票区分, 取引区分, 取引種別, 전표유형, 전표 유형, 거래유형, 거래 유형, 문서유형',
  ),
  invoiceDate: listed(`
    請求日, 請求書日付, 請求日付, 請求書発行日, 売上日, 売上日付, 売上計上日, 計上日, 発行日, 伝票日付, 取引日, 取引日付, 日付,
    송장일자, 송장일, 송장 날짜, 청구일자, 청구일, 발행일자, 발행일, 전표일자, 작성일자, 매출일자, 매출일, 거래일자, 거래일, 일자, 날짜
  `),
  dueDate: listed(`
    支払期日, 支払期限, お支払期限, お支払期日, 入金期日, 入金期限, 回収期日, 回収期限, 決済期日, 満期日, 期日,
    만기일자, 만기일, 결제기한, 결제 기한, 결제기일, 지급기한, 지급 기한, 지급기일, 납부기한, 입금기한, 만기,
    入金予定日, 回収予定日, 支払予定日, 입금예정일, 수금예정일, 결제예정일, 회수예정일
  `),
  paidDate: listed(`
    入金日, 入金日付, 回収日, 決済日, 消込日,
    입금일자, 입금일, 수금일자, 수금일, 결제일자, 회수일
  `),
  amount: listed(`
    請求金額, 請求額, ご請求金額, 税込金額, 税込請求額, 売上金額, 売上額, 売掛金額, 合計金額, 請求合計, 債権金額,
    청구금액, 청구 금액, 송장금액, 송장 금액, 매출금액, 매출 금액, 총금액, 합계금액, 합계 금액, 공급대가, 채권금액, 금액
  `),
  openAmount: listed(`
    売掛残高, 売掛金残高, 未回収金額, 未回収額, 未回収残高, 未入金額, 未入金残高, 未収金額, 未収残高, 未収額, 請求残高, 債権残高, 差引残高, 残高, 残額,
    미수금액, 미수금, 미수잔액, 미결제금액, 미결제 금액, 미입금액, 미회수금액, 미회수액, 외상잔액, 채권잔액, 잔액
  `),
  paidAmount: listed(`
    入金額, 入金金額, 入金済額, 入金済金額, 回収額, 回収金額, 消込金額, 消込額,
    입금액, 입금금액, 입금 금액, 수금액, 수금금액, 수금 금액, 결제금액, 결제 금액, 회수금액, 회수액
  `),
  runningBalance: listed('差引残高, 売掛残高, 売掛金残高, 残高, 외상잔액, 잔액'),
  currency: listed('通貨, 通貨コード, 통화, 통화코드, 통화 코드'),
  termsDays: listed('支払条件, 支払サイト, 回収条件, 入金条件, 결제조건, 결제 조건, 지급조건, 지급 조건'),
  creditLimit: listed('与信限度額, 与信枠, 与信限度, 여신한도, 여신 한도, 신용한도, 신용 한도'),
};
