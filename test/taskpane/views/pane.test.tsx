import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import type { ExcelProblemKey } from '../../../src/excel/contract';
import { chinese } from '../../../src/i18n/chinese';
import { english } from '../../../src/i18n/english';
import { setLanguage } from '../../../src/i18n/language';
import type { ExcelRoom } from '../../../src/taskpane/model/excelRoom';
import { Pane } from '../../../src/taskpane/Pane';
import { preloadLayers } from '../../../src/taskpane/views/layers/LayerView';
import { blockOf } from '../../sheetBlock';
import { fakeExcel, paneOn, refuse } from '../fakeExcel';
import { smallLedger, twoCurrencies, withoutAmount } from '../smallLedger';

// axe measures icon fonts on a canvas, which jsdom does not have.
beforeAll(async () => {
  await preloadLayers();
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

afterEach(() => {
  cleanup();
  act(() => setLanguage('en'));
});

function show(excel: ExcelRoom = fakeExcel(), locale = 'en-US') {
  const pane = paneOn(excel, locale);
  const { container } = render(<Pane model={pane} />);
  return { pane, container };
}

/** Show the pane and press its one button. */
async function showTiered(excel: ExcelRoom = fakeExcel(), locale = 'en-US') {
  const shown = show(excel, locale);
  const { start } = locale === 'zh-CN' ? chinese : english;
  fireEvent.click(screen.getByRole('button', { name: start.tier }));
  await waitFor(() => expect(shown.pane.work.isWorking.value).toBe(false));
  return shown;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** jsdom has no layout and no colours: contrast and regions of a real page are for the browser. */
async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

describe('before anything is read', () => {
  test('one primary button, what it will do, and no finding for axe', async () => {
    const { container } = show();
    expect(button('Tier this sheet')).toBeTruthy();
    expect(screen.getByText('Nothing leaves the workbook, and no cell of yours is changed.')).toBeTruthy();
    await expectAccessible(container);
  });

  test('in a Chinese Office it is Chinese, and the page says so to screen readers', () => {
    show(fakeExcel(), 'zh-CN');
    expect(button('评定此工作表')).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh-CN');
  });
});

describe('the first minute', () => {
  test('the three steps can be skipped and stay away', () => {
    const { pane } = show();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    fireEvent.click(button('Skip the introduction'));
    expect(screen.queryAllByRole('listitem')).toHaveLength(0);
    expect(pane.preferences.isIntroduced.value).toBe(true);
  });

  test('an empty workbook is offered the sample, which is then tiered; a filled one is not', async () => {
    show();
    expect(screen.queryByRole('button', { name: 'Try it with sample data' })).toBeNull();
    cleanup();
    const excel = fakeExcel(undefined, { isWorkbookEmpty: async () => ({ ok: true, value: true }) });
    const { pane } = show(excel);
    fireEvent.click(await screen.findByRole('button', { name: 'Try it with sample data' }));
    await waitFor(() => expect(pane.assessments.result.value).not.toBeNull());
    expect(excel.asked.map(([name]) => name).slice(0, 2)).toEqual(['insertSample', 'readActiveSheet']);
  });
});

test('by keyboard the reading goes on at the heading of the answer', async () => {
  // In a browser a page keeps the focus when the focused element goes; jsdom says it has lost it.
  const hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  const { pane } = show();
  const tier = button('Tier this sheet');
  tier.focus();
  fireEvent.click(tier);
  await waitFor(() => expect(pane.work.isWorking.value).toBe(false));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Money at risk' })),
  );
  hasFocus.mockRestore();
});

test('opened by itself in a browser it says where it belongs, without a button that could only fail', () => {
  const pane = { ...paneOn(fakeExcel()), isInExcel: false };
  render(<Pane model={pane} />);
  expect(screen.getByText(/Tiercel works inside Excel/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Tier this sheet' })).toBeNull();
});

describe('the answer', () => {
  test('shows money at risk, overdue, ageing, breaches and the worst customer first', async () => {
    const { container } = await showTiered();
    const summary = within(screen.getByRole('region', { name: 'Money at risk' }));
    expect(summary.getByText('of 9,000.00 exposure')).toBeTruthy();
    expect(summary.getByText('overdue 8,000.00 · 89%')).toBeTruthy();
    expect(summary.getByText('30 Jun 2024 · the last date in the ledger')).toBeTruthy();
    const ageing = within(summary.getByRole('table', { name: 'Ageing' }));
    const amounts = ageing
      .getAllByRole('row')
      .slice(1)
      .map(row => row.lastElementChild?.textContent);
    expect(amounts).toEqual(['1,000.00', '3,000.00', '0', '0', '5,000.00']);
    const names = within(screen.getByRole('list', { name: /Customers, most money/ })).getAllByRole('button');
    expect(names[0].textContent).toContain('Bad GmbH');
    expect(names[0].textContent).toContain('over limit');
    await expectAccessible(container);
  });

  test('a tier filters the list and is taken back by pressing it again', async () => {
    const { pane } = await showTiered();
    const worst = pane.assessments.result.value!.assessment.scores.tier[1];
    const inTier = pane.assessments.result.value!.assessment.tierSummaries[worst].customerCount;
    const tier = screen.getByRole('group', { name: /Exposure by tier/ }).querySelectorAll('button')[worst];
    fireEvent.click(tier);
    expect(tier.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText(`${inTier} of 3 customers`)).toBeTruthy();
    fireEvent.click(tier);
    expect(screen.getByText('3 customers')).toBeTruthy();
  });

  test('a search without a hit says so and leads back', async () => {
    await showTiered();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search customers' }), {
      target: { value: 'xyz' },
    });
    expect(screen.getByText('No customer fits.')).toBeTruthy();
    fireEvent.click(button('Show all customers'));
    expect(screen.getByText('3 customers')).toBeTruthy();
  });

  test('several currencies are named with their rows, and another can be chosen', async () => {
    const { container } = await showTiered(fakeExcel(blockOf(twoCurrencies)));
    const currency = screen.getByRole('combobox', { name: 'Currency' });
    expect(
      within(currency)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['EUR (2 rows)', 'USD (1 row)']);
    fireEvent.change(currency, { target: { value: 'USD' } });
    await waitFor(() => expect(screen.getByText('of 700.00 exposure')).toBeTruthy());
    await expectAccessible(container);
  });

  test('the date can be typed: passing through other years computes nothing, Enter counts at once', async () => {
    const excel = fakeExcel();
    await showTiered(excel);
    const date = screen.getByLabelText<HTMLInputElement>('As-of date');
    fireEvent.input(date, { target: { value: '0202-06-08' } });
    fireEvent.input(date, { target: { value: '2024-06-09' } });
    fireEvent.keyDown(date, { key: 'Enter' });
    await waitFor(() => expect(screen.getByText('9 Jun 2024 · your choice')).toBeTruthy());
    expect(excel.asked.filter(([name]) => name === 'writeAsOf')).toEqual([['writeAsOf', 45452]]);
    fireEvent.input(date, { target: { value: '' } });
    fireEvent.blur(date);
    expect(date.value).toBe('2024-06-09');
  });

  test('everything turns Chinese by the switch, names and numbers stay', async () => {
    const { container } = await showTiered();
    fireEvent.click(button('More'));
    fireEvent.click(screen.getByRole('radio', { name: '简体中文' }));
    fireEvent.click(button('返回'));
    expect(screen.getByRole('region', { name: '风险金额' })).toBeTruthy();
    expect(screen.getByText('应收余额 9,000.00')).toBeTruthy();
    expect(container.textContent).toContain('Bad GmbH');
    await expectAccessible(container);
  });
});

describe('a customer', () => {
  test('opens with its rows selected; back gives the focus to where it was', async () => {
    const excel = fakeExcel();
    const { container } = await showTiered(excel);
    const row = button(/Bad GmbH/);
    row.focus();
    fireEvent.click(row);
    const heading = screen.getByRole('heading', { name: 'Bad GmbH' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(excel.asked).toContainEqual(['selectRows', [3]]);
    await waitFor(() => expect(screen.getByText('1 row selected on the sheet')).toBeTruthy());
    expect(screen.getByRole('row', { name: 'critical Over limit 5,000.00 2,000.00' })).toBeTruthy();
    await expectAccessible(container);
    fireEvent.keyDown(heading, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(row));
  });

  test('a factor without data says how that was treated', async () => {
    const unlimited = smallLedger.map(row => row.slice(0, 6));
    await showTiered(fakeExcel(blockOf(unlimited)));
    fireEvent.click(button(/Good Ltd/));
    expect(screen.getAllByText('no data; its points are shared among the others').length).toBeGreaterThan(0);
    expect(screen.getByText('80% of the weight had data')).toBeTruthy();
  });

  test('rows that cannot be selected are no dead end', async () => {
    await showTiered(fakeExcel(blockOf(smallLedger), { selectRows: () => refuse('cellBeingEdited') }));
    fireEvent.click(button(/Bad GmbH/));
    await waitFor(() => expect(screen.getByText(/Press Enter in Excel/)).toBeTruthy());
    expect(button('Select rows again')).toBeTruthy();
  });
});

describe('the keyboard in the list', () => {
  test('one row is in the tab order; arrows, Home and End move it and the focus', async () => {
    await showTiered();
    const rows = within(screen.getByRole('list', { name: /Customers, most money/ })).getAllByRole('button');
    expect(rows.map(row => row.tabIndex)).toEqual([0, -1, -1]);
    rows[0].focus();
    fireEvent.keyDown(rows[0], { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(rows[1]));
    fireEvent.keyDown(rows[1], { key: 'End' });
    await waitFor(() => expect(document.activeElement).toBe(rows[2]));
    fireEvent.keyDown(rows[2], { key: 'ArrowDown' });
    expect(document.activeElement).toBe(rows[2]);
    fireEvent.keyDown(rows[2], { key: 'Home' });
    await waitFor(() => expect(document.activeElement).toBe(rows[0]));
    expect(rows.map(row => row.tabIndex)).toEqual([0, -1, -1]);
  });

  test('fifty thousand customers put a few dozen rows in the page, and say how many there are', async () => {
    const many = [
      smallLedger[0],
      ...Array.from({ length: 50_000 }, (_, row) => [
        `Customer ${row}`,
        `I${row}`,
        45413,
        45444,
        100,
        '',
        1000,
      ]),
    ];
    const { container } = await showTiered(fakeExcel(blockOf(many)));
    await waitFor(() => expect(screen.getByText('50,000 customers')).toBeTruthy());
    expect(container.querySelectorAll('.windowedRow').length).toBeLessThan(60);
    expect(container.querySelector('[aria-setsize="50000"]')).not.toBeNull();
  });
});

describe('the mapping', () => {
  test('a sheet without amounts asks for them first and tiers when they are mapped', async () => {
    const { container } = await showTiered(fakeExcel(blockOf(withoutAmount)));
    expect(screen.getByText('Still needed to tier this sheet: Amount.')).toBeTruthy();
    await expectAccessible(container);
    const [headerRow, amount] = screen.getAllByRole('combobox');
    expect(screen.getByLabelText('Headers in')).toBe(headerRow);
    expect(screen.getByLabelText(/^Amount/)).toBe(amount);
    fireEvent.change(amount, { target: { value: '4' } });
    await waitFor(() => expect(screen.getByRole('region', { name: 'Money at risk' })).toBeTruthy());
  });

  test('a corrected column is the user’s own word, and the answer follows', async () => {
    const { container, pane } = await showTiered();
    fireEvent.click(button('Sheet Invoices: what was recognised'));
    await expectAccessible(container);
    const limit = screen.getByLabelText(/^Credit limit/);
    fireEvent.change(limit, { target: { value: '' } });
    await waitFor(() => expect(pane.assessments.customersByRule.value.has('overLimit')).toBe(false));
    fireEvent.change(limit, { target: { value: '6' } });
    await waitFor(() => expect(pane.assessments.customersByRule.value.has('overLimit')).toBe(true));
    expect(within(limit.closest('label')!).getByText('your choice')).toBeTruthy();
  });

  test('what was found comes before what else a sheet may have, and keeps its place while it is corrected', async () => {
    const { pane } = await showTiered();
    fireEvent.click(button('Sheet Invoices: what was recognised'));
    const names = () =>
      [...document.querySelectorAll('.mappingField .mappingName')].map(each => each.firstChild?.textContent);
    const before = names();
    // What is sure needs no word; what is doubtful then stands out.
    expect(document.querySelectorAll('.mappingSureness')).toHaveLength(0);
    const others = screen.getByRole('heading', { name: 'Other columns Tiercel can use' });
    const limit = screen.getByLabelText(/^Credit limit/);
    expect(limit.compareDocumentPosition(others)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByLabelText('Region').compareDocumentPosition(others)).toBe(
      Node.DOCUMENT_POSITION_PRECEDING,
    );
    fireEvent.change(limit, { target: { value: '' } });
    await waitFor(() => expect(pane.assessments.customersByRule.value.has('overLimit')).toBe(false));
    expect(names()).toEqual(before);
  });

  test('headers with no rows below them say so, and lead to reading again', async () => {
    const { container } = await showTiered(fakeExcel(blockOf(smallLedger.slice(0, 1))));
    expect(screen.getByRole('heading', { name: 'There are no rows below the headers' })).toBeTruthy();
    expect(button('Read the sheet again')).toBeTruthy();
    await expectAccessible(container);
  });

  test('the account of one customer shows whom the line above its table names, to be replaced', async () => {
    const account = [
      ['', 'Customer: Acme Ltd', ''],
      ['Due date', 'Reference', 'Amount'],
      [45_000, 'INV-1', 100],
      [45_031, 'INV-2', 50],
    ];
    const { pane } = await showTiered(fakeExcel(blockOf(account)));
    await waitFor(() =>
      expect(pane.assessments.result.value?.assessment.table.customers).toEqual(['Acme Ltd']),
    );
    fireEvent.click(button('Sheet Invoices: what was recognised'));
    const customer = screen.getByLabelText('Customer');
    const chosen = () =>
      within(customer)
        .getAllByRole<HTMLOptionElement>('option')
        .find(({ selected }) => selected)?.text;
    expect(chosen()).toBe('Acme Ltd, from B1');
    fireEvent.change(customer, { target: { value: '1' } });
    await waitFor(() => expect(pane.sheet.current.value?.recognition).not.toHaveProperty('statedCustomer'));
    expect(chosen()).toBe('Reference (B)');
  });

  test('the kind can be switched', async () => {
    const { pane } = await showTiered();
    fireEvent.click(button('Sheet Invoices: what was recognised'));
    fireEvent.click(screen.getByRole('radio', { name: 'a customer list' }));
    await waitFor(() => expect(pane.sheet.current.value?.recognition.kind).toBe('customers'));
  });
});

describe('rules and problems', () => {
  test('a rule that fired leads to its customers; one that nothing feeds says what it needs', async () => {
    const { container } = await showTiered();
    fireEvent.click(button(/breaches/));
    expect(screen.getByText('needs “Contract end”')).toBeTruthy();
    // By the name of the column that would say it, as it stands in What was recognised.
    expect(screen.getByText('needs “Guarantee”')).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(button(/critical Over limit .*1 customer/));
    expect(screen.getByText('1 of 3 customers')).toBeTruthy();
    expect(button(/Only: Over limit/)).toBeTruthy();
  });

  test('a threshold that is text is written as its value by one press, and the sheet tiered', async () => {
    let isText = true;
    const excel = fakeExcel(blockOf(smallLedger), {
      readPolicySheet: async () =>
        isText
          ? {
              ok: false,
              problem: { key: 'policyUnreadable', detail: { problem: 'policyTextValue', value: '95%' } },
            }
          : { ok: true, value: null },
      writePolicyValues: async () => {
        isText = false;
        return { ok: true, value: 1 };
      },
    });
    const { pane } = await showTiered(excel);
    expect(screen.getByText(/“95%” is text, which highlights/)).toBeTruthy();
    fireEvent.click(button('Write it as a value'));
    await waitFor(() => expect(pane.assessments.result.value).not.toBeNull());
    expect(pane.notices.refusal.value).toBeNull();
  });

  test('a ledger without due dates says what its overdue amounts hang on, and leads to the columns', async () => {
    const undue = smallLedger.map(row => row.filter((_, column) => column !== 3));
    await showTiered(fakeExcel(blockOf(undue)));
    expect(screen.getByText(/^No column of due dates was found/)).toBeTruthy();
    fireEvent.click(button('Check the columns'));
    expect(screen.getByRole('heading', { name: 'What was recognised' })).toBeTruthy();
    cleanup();
    await showTiered();
    expect(screen.queryByText(/^No column of due dates was found/)).toBeNull();
  });

  test('credit notes are no problems in the data, but notes on it where there is nothing else', async () => {
    const credited = [...smallLedger, ['Good Ltd', 'CN-1', 45420, 45450, -100, '', 10000]];
    await showTiered(fakeExcel(blockOf(credited)));
    expect(button('1 note on the data')).toBeTruthy();
    cleanup();
    const dirty = credited.map((row, index) => (index === 3 ? row.with(4, '5,000.00') : row));
    await showTiered(fakeExcel(blockOf(dirty)));
    expect(button('1 problem in the data')).toBeTruthy();
  });

  test('a problem is in plain words and goes to its cell', async () => {
    const dirty = smallLedger.map((row, index) => (index === 3 ? row.with(4, '5,000.00') : row));
    const excel = fakeExcel(blockOf(dirty));
    const { container } = await showTiered(excel);
    fireEvent.click(button(/1 problem in the data/));
    await screen.findByText(/1 amount is text/);
    await expectAccessible(container);
    fireEvent.click(await screen.findByRole('button', { name: /E4/ }));
    await waitFor(() => expect(excel.asked).toContainEqual(['selectCell', 3, 4]));
  });
});

describe('highlight, write, clear', () => {
  test('Highlight says what it did, shows legend and what was left out, and is taken back', async () => {
    const { container, pane } = await showTiered();
    fireEvent.click(button('Highlight'));
    await waitFor(() =>
      expect(screen.getByText('2 rules highlighted on Invoices. 1 could not be highlighted.')).toBeTruthy(),
    );
    expect(button('Highlight').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(button('Details'));
    expect(screen.getByText('needs the score on the sheet: write the columns first')).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(button('Remove highlights'));
    await waitFor(() => expect(pane.highlights.isOn.value).toBe(false));
    expect(screen.getByText('Highlights removed from Invoices.')).toBeTruthy();
  });

  test('Write columns names where; Clear lists what goes, then what went', async () => {
    const excel = fakeExcel();
    const { container } = await showTiered(excel);
    fireEvent.click(button('Write columns'));
    fireEvent.click(await screen.findByRole('button', { name: 'Write' }));
    await waitFor(() => expect(screen.getByText('Score, Tier and Breaches written to H1:J5.')).toBeTruthy());
    fireEvent.click(button('Undo'));
    await screen.findByText('Score, Tier and Breaches removed from Invoices.');
    expect(excel.asked.at(-1)).toEqual(['removeColumns', 'sheet-1']);
    fireEvent.click(button('Undo'));
    await screen.findByText('Score, Tier and Breaches written to H1:J5.');
    fireEvent.click(button('Back'));
    fireEvent.click(button('More'));
    fireEvent.click(await screen.findByRole('button', { name: /^Clear what Tiercel added/ }));
    await waitFor(() => expect(screen.getByText('6 conditional formats on Invoices')).toBeTruthy());
    expect(
      screen.getByText('Columns H1:J5 on Invoices, with the sheet that keeps what was written'),
    ).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(screen.getByRole('checkbox', { name: /Remove the sheet Tiercel Policy too/ }));
    fireEvent.click(button('Clear'));
    await waitFor(() => expect(screen.getByText('The sheet Tiercel Policy stayed.')).toBeTruthy());
    expect(excel.asked).toContainEqual(['clearAdditions', { includePolicy: false, sheetKeys: ['Report'] }]);
    expect(screen.getByText('2 cells you typed over on Invoices stayed: I5, I6.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show them' }));
    await waitFor(() => expect(excel.asked.at(-1)![0]).toBe('selectCells'));
  });

  test('on another sheet the answer stays and tiering that one is offered', async () => {
    const excel = fakeExcel();
    const { pane } = await showTiered(excel);
    await pane.sheet.follow();
    act(() => excel.activate('sheet-2'));
    expect(await screen.findByText('You are on another sheet. These results are for Invoices.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Money at risk' })).toBeTruthy();
    fireEvent.click(button('Tier the active sheet'));
    await waitFor(() => expect(excel.asked.filter(([name]) => name === 'readActiveSheet')).toHaveLength(2));
  });

  test('on another sheet nothing is called a result where none is, and a refusal is of the sheet in front', async () => {
    const notes = blockOf([['Note'], ['Call back']], { sheetName: 'Notes' });
    let readSheets = 0;
    const excel = fakeExcel(notes, {
      readActiveSheet: async () => (readSheets++ === 0 ? { ok: true, value: notes } : refuse('sheetEmpty')),
    });
    const { pane } = await showTiered(excel);
    await pane.sheet.follow();
    act(() => excel.activate('sheet-2'));
    expect(await screen.findByText('You are on another sheet. This is about Notes.')).toBeTruthy();
    fireEvent.click(button('Tier the active sheet'));
    await screen.findByText('This sheet is empty');
    expect(screen.queryByText(/You are on another sheet/)).toBeNull();
  });
});

const problemKeys: readonly ExcelProblemKey[] = [
  'sheetEmpty',
  'chartSheet',
  'policySheet',
  'ownSheet',
  'sheetProtected',
  'workbookProtected',
  'sheetHidden',
  'cellBeingEdited',
  'sheetGone',
  'rowsMoved',
  'noFreeColumns',
  'columnsEdited',
  'tooLarge',
  'apiTooOld',
  'busy',
  'sessionLost',
  'policyUnreadable',
  'nothingToHighlight',
  'unexpected',
];

describe.each([
  ['en-US', english],
  ['zh-CN', chinese],
] as const)('what Excel refuses, in %s', (locale, texts) => {
  test.each(problemKeys)('%s has a sentence, what to do, and a way on', async key => {
    const { container } = await showTiered(
      fakeExcel(undefined, { readActiveSheet: () => refuse(key) }),
      locale,
    );
    expect(screen.getByRole('heading', { name: texts.problem[key].title })).toBeTruthy();
    expect(screen.getByText(texts.problem[key].advice)).toBeTruthy();
    // What would be refused again is not asked again.
    const next: Partial<Record<ExcelProblemKey, string>> = {
      policySheet: texts.problem.goToLedger(''),
      ownSheet: texts.problem.goToLedger(''),
      sheetGone: texts.notice.tierThat,
      rowsMoved: texts.more.tierAgain,
      nothingToHighlight: texts.write.andHighlight,
    };
    expect(button(next[key] ?? texts.problem.tryAgain)).toBeTruthy();
    await expectAccessible(container);
  });
});

test('where only written columns tell what to highlight, one press writes them and highlights', async () => {
  const excel = fakeExcel();
  excel.highlightSheet = async () => {
    excel.asked.push(['highlightSheet']);
    return excel.asked.some(([name]) => name === 'writeColumns')
      ? { ok: true, value: { added: ['lowScore'], skipped: [], differing: 0 } }
      : { ok: false, problem: { key: 'nothingToHighlight', detail: {} } };
  };
  await showTiered(excel);
  fireEvent.click(button('Highlight'));
  fireEvent.click(await screen.findByRole('button', { name: 'Write columns and highlight' }));
  await waitFor(() =>
    expect(excel.asked.map(([name]) => name).filter(name => /highlight|write/.test(name))).toEqual([
      'highlightSheet',
      'writeColumns',
      'highlightSheet',
    ]),
  );
});

test('a portfolio of credits shows no days of sales and no share of nothing; one with nothing open says so', async () => {
  const header = ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Paid date'];
  await showTiered(
    fakeExcel(
      blockOf([
        header,
        ['Acme', 'C-1', 45413, 45444, -1000, ''],
        ['Beta', 'I-2', 45413, 45444, 300, ''],
        ['Beta', 'I-3', 45413, 45414, 0, ''],
      ]),
    ),
  );
  const text = document.querySelector('main')!.textContent;
  expect(text).toContain('of −700.00 exposure');
  expect(text).not.toMatch(/DSO −|NaN|Infinity|undefined|· –/);
  cleanup();

  await showTiered(fakeExcel(blockOf([header, ['Acme', 'I-1', 45413, 45444, 1000, 45440]])));
  expect(screen.getByText('Nothing is open at this date.')).toBeTruthy();
  expect(document.querySelector('main')!.textContent).toMatch(/overdue 0(?! ·)/);
});

test('reading for longer than half a second shows how far it is, and can be cancelled', async () => {
  const excel = fakeExcel(undefined, {
    readActiveSheet: (onProgress, signal) => {
      onProgress(45, 100);
      return new Promise(resolve =>
        signal.addEventListener('abort', () =>
          resolve({ ok: false, problem: { key: 'cancelled', detail: {} } }),
        ),
      );
    },
  });
  const { container } = show(excel);
  fireEvent.click(button('Tier this sheet'));
  expect(screen.queryByRole('progressbar')).toBeNull();
  await waitFor(() => expect(screen.getByText('45%')).toBeTruthy());
  await expectAccessible(container);
  fireEvent.click(button('Cancel'));
  await waitFor(() => expect(screen.getByText('Stopped. Nothing was changed.')).toBeTruthy());
  expect(button('Tier this sheet')).toBeTruthy();
});
