package org.duban.extraction;

/** What a column of a division table holds, by the words over it. */
enum Column {
    NUMBER,
    TASK,
    /** What is to come of a task, beside it. */
    DETAIL,
    /** The name of a project or a group of tasks beside its content. */
    NAME,
    LEAD,
    COOPERATE,
    ANSWER,
    DEADLINE,
    OTHER;

    private static final int LONGEST_HEADER = 24;

    private static final Lexicon<Column> EXACT = new Lexicon<Column>()
            .add(NUMBER, "序号 编号 项目编号 任务编号 条目 项号")
            .add(ANSWER, "部门 单位 任务分工 责任分工 工作分工 部门分工 职责分工 分工 责任主体 落实主体 实施主体 责任方 主管 承办 责任单位 责任部门 单位名称 部门名称 成员单位")
            .add(NAME, "类别 分类 领域 项目 工程 名称 项目名称 工程名称 专项工程 专项 板块 方面 任务类别 任务名称 工作类别 事项名称 事项类别 一级指标 项目类别 行动名称")
            .add(
                    OTHER,
                    "一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 上半年 下半年 备注 说明 依据 来源 联系人 联系电话 分值 资金 投资 附注 督查单位 督办单位 进展情况 完成情况 工作进展 落实情况")
            .add(LEAD, "牵头 主办")
            .add(ANSWER, "主责");

    /** Words anywhere in a header, the deciding ones first. */
    private static final Object[][] CONTAINED = {
        {OTHER, "推荐 申报 填报 启动 开始时间 起始 领导 责任人 负责人 联系人 电话 备注 督查 督办 资金 投资 提案人 代表 分值 健康因素 进展情况 完成情况"},
        {LEAD, "牵头 主办"},
        {COOPERATE, "保障单位 支撑单位 属地 会办 配合 参加 参与 协办 协助 协同 协作 支持单位"},
        {DEADLINE, "时限 时间 期限 进度 节点 日期 年限"},
        {ANSWER, "主责 第一责任 责任单位 责任部门 负责部门 负责单位 实施单位 落实单位 承担单位 承办单位 主管部门 责任主体 涉及部门 相关部门 有关部门 责任处室 分管部门 执行单位 推进单位 单位 部门"},
        {DETAIL, "工作目标 预期目标 年度目标 阶段目标 目标要求 目标 工作标准 完成标准 标准 工作要求 成效 成果 考核指标 指标 要求"},
        {TASK, "案由 提案内容 建议内容 建议名称 任务 重点工作 工作内容 主要内容 事项 措施 举措 内容 重点领域 做法 政策 要点 工作 行动 条款 问题 建议"},
        {ANSWER, "责任"},
        {NAME, "项目 工程 名称 类别 领域"},
    };

    /** What the words say, or {@code null} if they are not those of a header. */
    static Column of(String header) {
        String words = header.replace("（", "").replace("）", "");
        if (words.isEmpty()
                || words.length() > LONGEST_HEADER
                || words.indexOf('。') >= 0
                || words.indexOf('，') >= 0
                || words.indexOf('：') >= 0
                || words.indexOf(':') >= 0) {
            return null;
        }
        Lexicon.Hit<Column> exact = EXACT.at(words, 0);
        if (exact != null && exact.length() == words.length()) {
            return exact.meaning();
        }
        if (words.contains("牵头") && words.contains("配合")) {
            return ANSWER;
        }
        for (Object[] entry : CONTAINED) {
            for (String word : ((String) entry[1]).split(" ")) {
                if (words.contains(word)) {
                    return (Column) entry[0];
                }
            }
        }
        return null;
    }

    boolean names() {
        return this == LEAD || this == COOPERATE || this == ANSWER;
    }

    Vocabulary.Label label() {
        return switch (this) {
            case LEAD -> Vocabulary.Label.LEAD;
            case COOPERATE -> Vocabulary.Label.COOPERATE;
            case DEADLINE -> Vocabulary.Label.DEADLINE;
            default -> Vocabulary.Label.ANSWER;
        };
    }
}
