/** Words of what stewards and submitters see while files are worked on: progress, runs, withdrawal, findings across files. */
export const stewardZh = {
  progress: {
    title: '处理进度',
    stage: {
      sending: '上传',
      waiting: '等待处理',
      reading: '读取',
      checking: '检查',
      publishing: '发布'
    },
    rows: (done: string) => `已处理 ${done} 行`,
    rows_of: (done: string, all: string) => `已处理 ${done} 行，共 ${all} 行`,
    rows_about: (done: string, all: string) => `已读取 ${done} 行，约共 ${all} 行`,
    rate: (rows: string) => `每秒 ${rows} 行`,
    left: (time: string) => `本阶段约剩 ${time}`,
    seconds: (n: string) => `${n} 秒`,
    minutes: (n: string) => `${n} 分钟`,
    leave: '文件已保存。可以离开本页，处理照常进行。',
    still: '本页自动刷新。',
    broken: '与服务器的连接中断，正在重新连接；处理不受影响。'
  },
  runs: {
    title: '运行记录',
    intro: '系统各项任务的运行情况。失败的任务不影响已发布的数据。',
    now: '正在运行',
    idle: '目前没有任务在运行。',
    list: '历次运行',
    job: '任务',
    outcome_label: '结果',
    outcome: { running: '运行中', done: '完成', failed: '失败', 'broken off': '中断' },
    started: '开始',
    duration: '用时',
    files: '文件',
    rows: '行',
    accepted: '接收',
    rejected: '退回',
    publication: '发布',
    withdrawn: (n: string) => `撤回 ${n} 份`,
    mails: (n: string) => `邮件 ${n} 封`,
    says: '说明',
    times: (n: string) => `连续 ${n} 次，最近一次：`,
    again: '再运行一次',
    again_label: (job: string, at: string) => `再运行一次：${job}，${at}`,
    begun: '已开始再次运行。',
    not_begun: '这次运行没有失败，无须再运行。',
    nothing: '没有符合条件的运行。'
  },
  rerun: {
    button: '重新处理',
    says: '以保存的原文件按现行规则重新检查，作为一份新的报送；本次的结论不变。',
    from: '重新处理自',
    refused: '该文件尚在处理，或与此前提交的相同，不能重新处理。'
  },
  same_as: '与此份相同',
  withdraw: {
    button: '撤回',
    title: '撤回报送文件',
    back: '返回处理结果',
    what: '撤回后：',
    effects: [
      '该文件的各行随下一次发布退出数据；各记录恢复为其余文件所报的内容。',
      '该文件已满足的报送义务不再算作已报，台账上改为已撤回。',
      '原文件、处理结果和本次撤回的理由均予保留，截至撤回之前的历史数据不变。',
      '撤回不能取消；需要恢复的，可重新处理该文件，或再次提交。'
    ],
    reason: '撤回理由',
    reason_hint: '如：错报为其他单位的数据',
    confirm: '确认撤回',
    cancel: '不撤回',
    at: '撤回时间',
    by: '撤回人',
    by_city: '市级',
    publication: (n: string) => `自第 ${n} 次发布起不再计入`,
    pending: '撤回已登记，正在从数据中移除。',
    refused: {
      reason: '请写明理由（2 至 500 字）。',
      withdrawn: '该文件已撤回。',
      returned: '该文件已整份退回，没有可撤回的内容。',
      duplicate: '该文件与此前提交的相同，请撤回原文件。'
    }
  },
  found: {
    title: '问题检索',
    intro: '在各份文件的检查结果中查找。已撤回的文件不列。',
    search: '填写内容、栏目或规则',
    file: '文件',
    check: '规则',
    institution: '单位',
    period: '报告期',
    wrong: '问题与处理办法',
    same: '同类问题',
    first: '回到第一页',
    next: '下一页',
    total: (n: string) => `共 ${n} 条`
  }
};
