import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { formatNumber } from '../../../i18n/numbers';
import { collectTexts } from '../../../i18n/pane/collect';
import type { CollectionCase } from '../../../risk/collection/worklist';
import { type Collecting, stepsOf } from '../../model/collect/collectCases';
import { type CollectFilters, createCollectModel } from '../../model/collect/collectModel';
import { usePart } from '../../partModel';
import { Choice } from '../../parts/Choice';
import { CollectField } from './CollectField';

/** Which customers the list shows: due or all, of one step, of one salesperson, with broken promises. */
export function CollectFilterFields({ collecting }: { collecting: Collecting }) {
  const collect = usePart(createCollectModel);
  const words = textsOf(collectTexts);
  const language = currentLanguage();
  const filters = collect.filters.value;
  const change = (part: Partial<CollectFilters>): void => {
    collect.filters.value = { ...filters, ...part };
  };
  const count = (cases: readonly CollectionCase[]): string => formatNumber(cases.length, language);
  const salespeople = collect.salespeople.value;
  const broken = collect.broken.value;
  return (
    <div class="collectFilters">
      <Choice
        legend={words.show}
        options={[
          { value: 'due', label: words.due(count(collect.due.value)) },
          { value: 'all', label: words.all(count(collecting.cases)) },
        ]}
        chosen={filters.isDue ? 'due' : 'all'}
        onChoose={value => change({ isDue: value === 'due' })}
      />
      <CollectField label={words.step}>
        <select
          value={filters.step ?? ''}
          onChange={({ currentTarget: { value } }) => change({ step: value === '' ? null : Number(value) })}
        >
          <option value="">{words.anyStep}</option>
          {stepsOf(collecting).map(({ id, name }, index) => (
            <option key={id} value={index}>
              {name[language]}
            </option>
          ))}
          <option value={-1}>{words.allTaken}</option>
        </select>
      </CollectField>
      {salespeople.length > 1 && (
        <CollectField label={words.salesperson}>
          <select
            value={filters.salesperson === null ? '' : `=${filters.salesperson}`}
            onChange={({ currentTarget: { value } }) =>
              change({ salesperson: value === '' ? null : value.slice(1) })
            }
          >
            <option value="">{words.anySalesperson}</option>
            {salespeople.map(name => (
              <option key={name} value={`=${name}`}>
                {name || words.noSalesperson}
              </option>
            ))}
          </select>
        </CollectField>
      )}
      {(broken.length > 0 || filters.isBroken) && (
        <label class="collectTick">
          <input
            type="checkbox"
            checked={filters.isBroken}
            onChange={({ currentTarget: { checked } }) => change({ isBroken: checked })}
          />
          <span>{words.brokenOnly(count(broken))}</span>
        </label>
      )}
    </div>
  );
}
