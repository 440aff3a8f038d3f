import checkIcon from '@fluentui/svg-icons/icons/clipboard_checkmark_20_regular.svg';
import contractsIcon from '@fluentui/svg-icons/icons/document_signature_20_regular.svg';
import reportIcon from '@fluentui/svg-icons/icons/document_table_20_regular.svg';
import historyIcon from '@fluentui/svg-icons/icons/history_20_regular.svg';
import collectIcon from '@fluentui/svg-icons/icons/money_hand_20_regular.svg';
import customersIcon from '@fluentui/svg-icons/icons/people_list_20_regular.svg';
import guideIcon from '@fluentui/svg-icons/icons/question_circle_20_regular.svg';
import shareIcon from '@fluentui/svg-icons/icons/share_android_20_regular.svg';
import writeIcon from '@fluentui/svg-icons/icons/table_add_20_regular.svg';
import policyIcon from '@fluentui/svg-icons/icons/table_edit_20_regular.svg';
import joinIcon from '@fluentui/svg-icons/icons/table_link_20_regular.svg';
import type { ComponentType } from 'preact';
import type { PartName } from '../model/layersModel';

/** A room of the pane that is loaded when it is opened first, so that the pane itself is there at once. */
export interface Part {
  readonly name: PartName;
  /** An icon of 20 px, as SVG. */
  readonly icon: string;
  /** It shows customers of an answer: without one there is nothing to show. */
  readonly needsTiering: boolean;
  load(): Promise<ComponentType>;
  /** A line of its own on the overview, fetched after the answer is shown. */
  onOverview?(): Promise<ComponentType>;
}

/** The rooms in the order in which they are offered. */
const rooms: Readonly<Record<PartName, Omit<Part, 'name'>>> = {
  customers: {
    icon: customersIcon,
    needsTiering: true,
    load: () => import('./customerList/CustomerList').then(({ CustomerList }) => CustomerList),
  },
  collect: {
    icon: collectIcon,
    needsTiering: true,
    load: () => import('./collect/Collect').then(({ Collect }) => Collect),
    onOverview: () => import('./collect/DueToday').then(({ DueToday }) => DueToday),
  },
  report: {
    icon: reportIcon,
    needsTiering: true,
    load: () => import('./report/Report').then(({ Report }) => Report),
  },
  write: {
    icon: writeIcon,
    needsTiering: true,
    load: () => import('./write/Write').then(({ Write }) => Write),
  },
  check: {
    icon: checkIcon,
    needsTiering: true,
    load: () => import('./check/Check').then(({ Check }) => Check),
  },
  join: {
    icon: joinIcon,
    needsTiering: true,
    load: () => import('./join/Join').then(({ Join }) => Join),
  },
  history: {
    icon: historyIcon,
    needsTiering: true,
    load: () => import('./history/History').then(({ History }) => History),
  },
  contracts: {
    icon: contractsIcon,
    needsTiering: true,
    load: () => import('./contracts/Contracts').then(({ Contracts }) => Contracts),
  },
  policy: {
    icon: policyIcon,
    needsTiering: false,
    load: () => import('./policy/Policy').then(({ Policy }) => Policy),
  },
  share: {
    icon: shareIcon,
    needsTiering: false,
    load: () => import('./share/Share').then(({ Share }) => Share),
  },
  guide: {
    icon: guideIcon,
    needsTiering: false,
    load: () => import('./guide/Guide').then(({ Guide }) => Guide),
  },
};

export const parts: readonly Part[] = (Object.keys(rooms) as PartName[]).map(name => ({
  name,
  ...rooms[name],
}));
