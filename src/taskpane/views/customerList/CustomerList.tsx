import { useEffect } from 'preact/hooks';
import { textsOf } from '../../../i18n/bilingual';
import { texts } from '../../../i18n/catalogue';
import { customerListTexts } from '../../../i18n/pane/customerList';
import { type CustomerListView, createCustomerListModel } from '../../model/customers/customerListModel';
import { usePane } from '../../paneContext';
import { usePart } from '../../partModel';
import { Choice } from '../../parts/Choice';
import { Layer } from '../../parts/Layer';
import { StatementBatch } from '../statement/StatementBatch';
import { ConcentrationCurve } from './ConcentrationCurve';
import { ListedCustomers } from './ListedCustomers';
import { TierExposureMatrix } from './TierExposureMatrix';
import './customerList.css';

const views: readonly CustomerListView[] = ['list', 'matrix', 'curve', 'statements'];

/** All customers, to search, filter, sort and group, and to look at as a matrix or a curve. */
export function CustomerList() {
  const pane = usePane();
  const model = usePart(createCustomerListModel);
  const words = textsOf(customerListTexts);
  useEffect(model.follow, []);
  const tiering = pane.assessments.result.value;
  if (tiering === null) return null;
  if (tiering.assessment.worstFirst.length === 0) {
    const { noCustomers, noCustomersAdvice } = texts().notice;
    return (
      <Layer title={words.title}>
        <div class="customersNone">
          <p>{noCustomers}</p>
          <p class="quiet small">{noCustomersAdvice}</p>
        </div>
      </Layer>
    );
  }
  // A customer list states sums only: there is nothing to draw a statement up from.
  const offered = views.filter(view => view !== 'statements' || tiering.ledger !== null);
  const view = offered.includes(model.view.value) ? model.view.value : 'list';
  return (
    <Layer title={words.title}>
      <div class="customerListPart">
        <Choice
          legend={words.showAs}
          options={offered.map(value => ({ value, label: words.views[value] }))}
          chosen={view}
          onChoose={chosen => {
            model.view.value = chosen;
          }}
        />
        {view === 'list' && <ListedCustomers tiering={tiering} />}
        {view === 'matrix' && <TierExposureMatrix tiering={tiering} />}
        {view === 'curve' && <ConcentrationCurve tiering={tiering} />}
        {view === 'statements' && <StatementBatch tiering={tiering} />}
      </div>
    </Layer>
  );
}
