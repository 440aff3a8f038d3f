import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import type { Json } from '../wire/json';

/** Open `workbook.application`. */
export function application(): ModelObject {
  return ModelObject.of(applicationClass, null);
}

const applicationClass: ObjectClass<null> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      get: (_, session) => (session.isCalculationManual ? 'Manual' : 'Automatic'),
      set: (_, value, session) => setCalculationMode(value, session),
    },
    CalculationState: { get: (_, session) => (session.book.isCalculating ? 'Calculating' : 'Done') },
    // English and Chinese write numbers alike.
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  objects: { CultureInfo: () => ModelObject.of(cultureInfoClass, null) },
  methods: {
    Calculate: (_, args, session) => {
      const type = args.text(0);
      if (!['Recalculate', 'Full', 'FullRebuild'].includes(type)) {
        throw new ApiError('InvalidArgument');
      }
      session.book.calculate(type !== 'Recalculate');
    },
    SuspendApiCalculationUntilNextSync: (_, _args, session) => session.suspendCalculationForThisRequest(),
    // The grid is painted after a request anyway, never in the middle of one.
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

function setCalculationMode(value: Json, session: Session): void {
  if (value !== 'Automatic' && value !== 'Manual') {
    throw new ApiError('InvalidArgument');
  }
  const isManual = value === 'Manual';
  if (isManual === session.isCalculationManual) {
    return;
  }
  session.isCalculationManual = isManual;
  if (isManual) {
    session.book.suspendCalculation();
  } else {
    session.book.resumeCalculation();
  }
}

const datePatterns: Readonly<Record<string, { readonly short: string; readonly long: string }>> = {
  'en-US': { short: 'M/d/yyyy', long: 'dddd, MMMM d, yyyy' },
  'zh-CN': { short: 'yyyy/M/d', long: "yyyy'年'M'月'd'日'" },
};

const cultureInfoClass: ObjectClass<null> = {
  name: 'CultureInfo',
  properties: { Name: { get: (_, session) => session.book.locale } },
  objects: {
    DatetimeFormat: () => ModelObject.of(datetimeFormatClass, null),
    NumberFormat: () => ModelObject.of(numberFormatClass, null),
  },
};

const datetimeFormatClass: ObjectClass<null> = {
  name: 'DatetimeFormatInfo',
  properties: {
    DateSeparator: { get: () => '/' },
    ShortDatePattern: { get: (_, session) => datePatterns[session.book.locale]?.short ?? 'M/d/yyyy' },
    LongDatePattern: { get: (_, session) => datePatterns[session.book.locale]?.long ?? '' },
    TimeSeparator: { get: () => ':' },
  },
};

const numberFormatClass: ObjectClass<null> = {
  name: 'NumberFormatInfo',
  properties: {
    NumberDecimalSeparator: { get: () => '.' },
    NumberGroupSeparator: { get: () => ',' },
    CurrencySymbol: { get: (_, session) => (session.book.locale === 'zh-CN' ? '¥' : '$') },
  },
};
