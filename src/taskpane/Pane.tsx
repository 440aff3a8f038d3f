import { useEffect, useRef } from 'preact/hooks';
import { currentLanguage } from '../i18n/language';
import { keepFocus } from './keepFocus';
import type { Layer } from './model/layersModel';
import type { PaneModel } from './model/paneModel';
import { PaneContext } from './paneContext';
import { Breaches } from './views/breaches/Breaches';
import { Clear } from './views/clear/Clear';
import { Customer } from './views/customer/Customer';
import { Findings } from './views/findings/Findings';
import { Footer } from './views/frame/Footer';
import { Header } from './views/frame/Header';
import { ElsewhereNote, Messages } from './views/frame/Messages';
import { WorkBar } from './views/frame/WorkBar';
import { Highlight } from './views/highlight/Highlight';
import { MappingLayer } from './views/mapping/MappingLayer';
import { More } from './views/more/More';
import { Overview } from './views/overview/Overview';

/** The whole pane: header, overview with what lies over it, messages, actions. */
export function Pane({ model }: { model: PaneModel }) {
  const stack = model.layers.stack.value;
  const language = currentLanguage();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  const page = useRef<HTMLDivElement>(null);
  useEffect(() => (page.current === null ? undefined : keepFocus(page.current)), []);

  const isCovered = stack.length > 0;
  const isProblemOnOverview = !isCovered && model.assessments.result.value === null;
  return (
    <PaneContext.Provider value={model}>
      <div class="pane" ref={page}>
        <Header />
        <main class="frameMain">
          <WorkBar />
          <ElsewhereNote />
          <div class="frameBody">
            <div class={`frameLayer ${isCovered ? 'isCovered' : ''}`} data-scroller>
              <Overview />
            </div>
            {stack.map((layer, index) => (
              <div key={index} class={`frameLayer ${index < stack.length - 1 ? 'isCovered' : ''}`}>
                <LayerView layer={layer} model={model} />
              </div>
            ))}
          </div>
          <Messages isProblemElsewhere={isProblemOnOverview} />
        </main>
        <Footer />
      </div>
    </PaneContext.Provider>
  );
}

function LayerView({ layer, model }: { layer: Layer; model: PaneModel }) {
  const sheet = model.sheet.current.value;
  const tiering = model.assessments.result.value;
  if (layer.kind === 'more') return <More />;
  if (layer.kind === 'clear') return <Clear />;
  if (layer.kind === 'mapping') return sheet === null ? null : <MappingLayer sheet={sheet} />;
  if (tiering === null) return null;
  if (layer.kind === 'breaches') return <Breaches tiering={tiering} />;
  if (layer.kind === 'findings') return <Findings tiering={tiering} />;
  if (layer.kind === 'highlight') return <Highlight tiering={tiering} />;
  if (layer.kind === 'customer') return <Customer tiering={tiering} customer={layer.customer} />;
  return null;
}
