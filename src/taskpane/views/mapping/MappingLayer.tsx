import rereadIcon from '@fluentui/svg-icons/icons/arrow_clockwise_20_regular.svg';
import { texts } from '../../../i18n/catalogue';
import type { ReadSheet } from '../../model/ledger/readSheet';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Layer } from '../../parts/Layer';
import { Mapping } from './Mapping';

/** The mapping over an answer: a correction computes the answer again below. */
export function MappingLayer({ sheet }: { sheet: ReadSheet }) {
  const pane = usePane();
  const { mapping } = texts();
  return (
    <Layer title={mapping.title}>
      <Mapping sheet={sheet} />
      <Button icon={rereadIcon} class="mappingReread" onClick={() => void pane.tierActiveSheet()}>
        {mapping.reread}
      </Button>
    </Layer>
  );
}
