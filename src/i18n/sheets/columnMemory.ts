import type { Field } from '../../risk/ledger/ledger';
import type { MemoryWords } from '../../risk/ledger/recognition/columnMemory';
import { fieldsOf } from '../../risk/ledger/recognition/fields';
import type { Bilingual } from '../../risk/policy/policy';
import { partTexts } from '../bilingual';
import { textsIn } from '../catalogue';

/** What the sheet of remembered columns says beside its table. */
export const columnMemoryTexts = partTexts({
  en: {
    sheetTitle: 'Tiercel Columns',
    lines: [
      'What you told Tiercel about your columns. Rows you edit or delete count the next time the sheet is tiered.',
      'An empty header means that the field is not on the sheet. The mark is a defined name by which the sheet is known when it gets another name.',
    ],
  },
  zh: {
    sheetTitle: 'Tiercel 列对应',
    lines: [
      '您对各列含义的确认。可修改或删除行，下次评定该工作表时生效。',
      '列标题为空表示该工作表没有此字段。标记为定义的名称，工作表改名后据此识别。',
    ],
  },
});

const both = (say: (texts: ReturnType<typeof textsIn>) => string): Bilingual => ({
  en: say(textsIn('en')),
  zh: say(textsIn('zh')),
});

/** Give the words of the table of remembered columns, in both languages: a colleague may work in the other. */
export function memoryWords(): MemoryWords {
  const fields = [...new Set<Field>([...fieldsOf('ledger'), ...fieldsOf('customers')])];
  return {
    facts: {
      kind: { en: 'Kind of sheet', zh: '工作表类型' },
      headerRow: { en: 'Header row', zh: '标题行' },
      list: { en: 'Joined customer list', zh: '关联的客户清单' },
      mark: { en: 'Mark of the sheet', zh: '工作表标记' },
    },
    kinds: {
      ledger: both(({ mapping }) => mapping.kinds.ledger),
      customers: both(({ mapping }) => mapping.kinds.customers),
    },
    fields: Object.fromEntries(fields.map(name => [name, both(({ field }) => field[name])])) as Record<
      Field,
      Bilingual
    >,
  };
}
