import type { ComponentType } from 'preact';
import { texts } from '../../../i18n/catalogue';
import type { Layer, PartName } from '../../model/layersModel';
import type { Tiering } from '../../model/ledger/tiering';
import { usePane } from '../../paneContext';
import { Button } from '../../parts/Button';
import { Layer as LayerFrame } from '../../parts/Layer';
import { Loaded, preload } from '../../parts/Loaded';
import { preloadOverview } from '../overview/Overview';
import { parts } from '../parts';

const loadMore = () => import('../more/More').then(({ More }) => More);
const loadClear = () => import('../clear/Clear').then(({ Clear }) => Clear);
const loadMapping = () => import('../mapping/MappingLayer').then(({ MappingLayer }) => MappingLayer);
const loadCustomer = () => import('../customer/Customer').then(({ Customer }) => Customer);

/** Layers that show an answer and nothing else. */
const loadAnswers: Readonly<
  Record<'breaches' | 'highlight', () => Promise<ComponentType<{ tiering: Tiering }>>>
> = {
  breaches: () => import('../breaches/Breaches').then(({ Breaches }) => Breaches),
  highlight: () => import('../highlight/Highlight').then(({ Highlight }) => Highlight),
};

/** Fetch the answer and the layers that it leads to, while nothing else is to be done. */
export async function preloadLayers(): Promise<void> {
  const answers = Object.values(loadAnswers).map(load => preload(load));
  await Promise.all([
    preloadOverview(),
    ...answers,
    preload(loadCustomer),
    preload(loadMapping),
    preload(loadMore),
    preload(loadClear),
  ]);
}

/** One layer over the overview; its code comes when it is opened first. */
export function LayerView({ layer }: { layer: Layer }) {
  const pane = usePane();
  const { more, clear, mapping, breaches, highlight } = texts();
  const sheet = pane.sheet.current.value;
  const tiering = pane.assessments.result.value;
  if (layer.kind === 'more') return <Loaded load={loadMore} title={more.title} props={{}} />;
  if (layer.kind === 'clear') return <Loaded load={loadClear} title={clear.title} props={{}} />;
  if (layer.kind === 'part') return <PartView name={layer.part} />;
  if (layer.kind === 'mapping') {
    return sheet === null ? null : <Loaded load={loadMapping} title={mapping.title} props={{ sheet }} />;
  }
  if (tiering === null) return null;
  if (layer.kind === 'customer') {
    const name = tiering.assessment.table.customers[layer.customer] ?? '';
    return <Loaded load={loadCustomer} title={name} props={{ tiering, customer: layer.customer }} />;
  }
  const title = { breaches: breaches.title, highlight: highlight.title }[layer.kind];
  return <Loaded load={loadAnswers[layer.kind]} title={title} props={{ tiering }} />;
}

function PartView({ name }: { name: PartName }) {
  const pane = usePane();
  const { more, start } = texts();
  const part = parts.find(candidate => candidate.name === name);
  if (part === undefined) return null;
  const title = more.parts[name].name;
  if (part.needsTiering && pane.assessments.result.value === null) {
    return (
      <LayerFrame title={title}>
        <div class="block layerNote">
          <p>{more.tierFirst}</p>
          <Button look="primary" onClick={() => void pane.tierActiveSheet()}>
            {start.tier}
          </Button>
        </div>
      </LayerFrame>
    );
  }
  return <Loaded load={part.load} title={title} props={{}} />;
}
