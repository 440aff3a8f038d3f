/** Names of companies that do not exist, as they stand on Chinese and English invoices. */
import type { Random } from './random';

export interface Company {
  readonly name: string;
  readonly region: string;
  readonly industry: string;
}

const chinesePlaces: readonly (readonly [string, string])[] = [
  ['上海', 'East China'],
  ['江苏', 'East China'],
  ['浙江', 'East China'],
  ['杭州', 'East China'],
  ['苏州', 'East China'],
  ['宁波', 'East China'],
  ['无锡', 'East China'],
  ['安徽', 'East China'],
  ['山东', 'North China'],
  ['青岛', 'North China'],
  ['北京', 'North China'],
  ['天津', 'North China'],
  ['河北', 'North China'],
  ['大连', 'North China'],
  ['广东', 'South China'],
  ['深圳', 'South China'],
  ['广州', 'South China'],
  ['佛山', 'South China'],
  ['东莞', 'South China'],
  ['厦门', 'South China'],
  ['福建', 'South China'],
  ['成都', 'West China'],
  ['重庆', 'West China'],
  ['西安', 'West China'],
  ['武汉', 'West China'],
  ['长沙', 'West China'],
  ['昆明', 'West China'],
];

const chineseBrands =
  '宏达 瑞丰 恒泰 华誉 鼎新 隆昌 博远 金穗 信和 天翼 永兴 聚源 盛泽 明泰 德盛 嘉禾 安捷 凯信 远航 新澳 汇智 锦程 立诚 万邦 启明 晟辉 正阳 中科联 云岭 东泰 海纳 和润 双河 青禾 卓越 铭泰 骏驰 康宁 百川 泓源'.split(
    ' ',
  );

const trades: readonly (readonly [string, string])[] = [
  ['机械', 'Machinery'],
  ['机电设备', 'Machinery'],
  ['电子科技', 'Electronics'],
  ['电子', 'Electronics'],
  ['食品', 'Food'],
  ['农产品', 'Food'],
  ['纺织', 'Textiles'],
  ['服饰', 'Textiles'],
  ['化工', 'Chemicals'],
  ['新材料', 'Chemicals'],
  ['建材', 'Construction'],
  ['建设工程', 'Construction'],
  ['物流', 'Logistics'],
  ['供应链管理', 'Logistics'],
  ['医疗器械', 'Health care'],
  ['医药', 'Health care'],
  ['商贸', 'Retail'],
  ['汽车零部件', 'Automotive'],
];

const chineseForms = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '集团有限公司'];

const surnames =
  'Baker Whitfield Hargreaves Donovan Mercer Ashworth Lindqvist Okafor Petrov Moreau Castellan Brandt Kowalski Tanaka Nakamura Fischer Sorensen Delgado Rossi Vandenberg McAllister Sinclair Thornton Pemberton Larkspur Holloway Quayle Redfern Stirling Winslow Yardley Abernathy Coldwell Draycott Ellison'.split(
    ' ',
  );

const pairings: readonly (readonly [string, string])[] = [
  ['Precision Tools', 'Machinery'],
  ['Engineering', 'Machinery'],
  ['Circuits', 'Electronics'],
  ['Semiconductor', 'Electronics'],
  ['Foods', 'Food'],
  ['Provisions', 'Food'],
  ['Textiles', 'Textiles'],
  ['Apparel', 'Textiles'],
  ['Chemicals', 'Chemicals'],
  ['Coatings', 'Chemicals'],
  ['Building Supplies', 'Construction'],
  ['Freight', 'Logistics'],
  ['Shipping', 'Logistics'],
  ['Medical', 'Health care'],
  ['Trading', 'Retail'],
  ['Home & Garden', 'Retail'],
  ['Motors', 'Automotive'],
];

const englishForms: readonly (readonly [string, string])[] = [
  ['Ltd', 'Europe'],
  ['Ltd', 'Europe'],
  ['GmbH', 'Europe'],
  ['Pty Ltd', 'Asia Pacific'],
  ['Pte. Ltd.', 'Asia Pacific'],
  ['Inc.', 'Americas'],
  ['LLC', 'Americas'],
  ['Co., Ltd.', 'Asia Pacific'],
];

/** The first of the list, who will owe the most. */
const largest: Company = { name: '江苏宏达机械有限公司', region: 'East China', industry: 'Machinery' };

/** Two customers of three are Chinese companies; no name appears twice. */
export function inventCompanies(count: number, random: Random): Company[] {
  const companies = new Map<string, Company>([[largest.name, largest]]);
  while (companies.size < count) {
    const company = random.chance(0.66) ? inventChinese(random) : inventEnglish(random);
    if (!companies.has(company.name)) companies.set(company.name, company);
  }
  return [...companies.values()];
}

function inventChinese(random: Random): Company {
  const [place, region] = random.pick(chinesePlaces);
  const [trade, industry] = random.pick(trades);
  return {
    name: `${place}${random.pick(chineseBrands)}${trade}${random.pick(chineseForms)}`,
    region,
    industry,
  };
}

function inventEnglish(random: Random): Company {
  const [trade, industry] = random.pick(pairings);
  const [form, region] = random.pick(englishForms);
  const first = random.pick(surnames);
  const second = random.chance(0.25)
    ? ` & ${random.pick(['Sons', 'Partners', 'Daughters', 'Brothers'])}`
    : '';
  return { name: `${first}${second} ${trade} ${form}`, region, industry };
}
