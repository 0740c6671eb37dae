import type { Purpose } from '@threekeys/privacy';

/** By what, where not in a role, and what for somebody's data was opened. */
export const openedBy: {
  /** Said of a resident, whose part that is here. */
  readonly withCode: string;
  readonly purposes: Readonly<Record<Purpose, string>>;
} = {
  withCode: '凭您的查询码',
  purposes: {
    contact: '联系您',
    visit: '上门',
    check: '核查',
    'follow-up': '回访',
    audit: '审计',
    'own-case': '查看办理情况',
    'case-work': '办理',
    administration: '管理账号',
  },
};
