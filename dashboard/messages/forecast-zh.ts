/** Words of the forecast of what will be overdue. */
export const forecastZh = {
  title: '逾期预测',
  link: '下次会商前将逾期',
  until: (day: string) => `到 ${day}`,
  chosen: {
    asked: '按所选日期预测。',
    meeting: '该日为已知的下一次会商。',
    three_months: '未见下一次会商的日期，取上一次定期会商后三个月。',
    quarter: '未见下一次会商的日期，取季度末。'
  },
  estimate: '“预计逾期”按历史办结速度估计，非承诺；实际落在“预计范围”内的可能约为八成。',
  how: '如何估计',
  rests_on: (day: string) => `依据截至 ${day} 已发布的审查、跟踪审查、整改和议定事项记录。`,
  how_says: {
    due: '“若均不办结”只看期限：届时期限已过的全部未办结事项。',
    pace: '“预计逾期”看速度：由同一单位（议定事项为同一牵头部门）此前24个月同类事项从开始到办结的天数（未办结的计至今日），推算已历这些天数的事项届时仍未办结的可能（Kaplan–Meier 法），逐件相加。审查自受理起算，跟踪审查自上一次应完成日（首次自审查决定）起算，整改自下达起算，议定事项自交办起算。',
    few: '办结不足5件的，改按同类单位；仍不足的，按本页所见全部单位、部门；都没有办结的，按不会办结计。每件事项后写明取自何处、所据件数。',
    spread:
      '范围为第10至第90百分位，按各事项互不影响计算；免除审查、撤回、撤销、取消的不计，复核期间审查时限中止的无期限，只计入未办结。'
  },
  day: '预测日',
  go: '预测',
  by_kind: '按事项类别',
  by_department: '按部门',
  by_institution: '按单位',
  kind_head: '事项类别',
  department: '主管或牵头部门',
  kind: {
    review: '伦理审查',
    followup: '跟踪审查',
    rectification: '整改',
    action_item: '议定事项'
  },
  closed_in: (n: string) => `近24个月办结 ${n} 件`,
  total: '合计',
  open: '未办结',
  overdue_now: '现已逾期',
  overdue_then: '若均不办结',
  newly: '其中新增',
  expected: '预计逾期',
  range: '预计范围',
  less_than: (n: string) => `不足${n}`,
  matters: '届时期限已过的事项',
  matter: '事项',
  owner: '单位或部门',
  due: '期限',
  is_overdue: '已逾期',
  age: '已历',
  days: (n: string) => `${n}天`,
  probability: '届时仍未办结',
  basis: '速度取自',
  basis_of: {
    own: (n: string) => `本单位（部门）${n} 件`,
    kind: (n: string) => `同类单位 ${n} 件`,
    all: (n: string) => `全部 ${n} 件`,
    nobody: (n: string) => `无可参照（${n} 件）`
  }
};
