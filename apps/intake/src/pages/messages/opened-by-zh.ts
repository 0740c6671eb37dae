import type { Role } from '@threekeys/domain';
import type { Purpose } from '@threekeys/privacy';

/** In which role and what for somebody's data was opened. */
export const openedBy: {
  readonly roles: Readonly<Record<Role, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
} = {
  roles: {
    'intake-clerk': '受理员',
    resident: '凭您的查询码',
    dispatcher: '派单员',
    volunteer: '志愿者',
    'social-worker': '专业社工',
    'courtyard-head': '楼院长',
    'grid-worker': '网格员',
    handler: '承办人',
    mediator: '调解员',
    'key-holder': '钥匙持有人',
    secretary: '社区党委书记',
    auditor: '审计员',
    admin: '管理员',
    service: '系统',
  },
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
