import { useEffect, useRef } from 'preact/hooks';
import { currentLanguage, languageTags } from '../i18n/language';
import { keepFocus } from './keepFocus';
import type { PaneModel } from './model/paneModel';
import { PaneContext } from './paneContext';
import { Contained } from './parts/Contained';
import { Footer } from './views/frame/Footer';
import { Header } from './views/frame/Header';
import { ElsewhereNote, Messages } from './views/frame/Messages';
import { WorkBar } from './views/frame/WorkBar';
import { LayerView } from './views/layers/LayerView';
import { Overview } from './views/overview/Overview';

/** The whole pane: header, overview with what lies over it, messages, actions. */
export function Pane({ model }: { model: PaneModel }) {
  const stack = model.layers.stack.value;
  const language = currentLanguage();
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
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
              <Contained>
                <Overview />
              </Contained>
            </div>
            {stack.map((layer, index) => (
              <div key={index} class={`frameLayer ${index < stack.length - 1 ? 'isCovered' : ''}`}>
                <Contained isLayer>
                  <LayerView layer={layer} />
                </Contained>
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
