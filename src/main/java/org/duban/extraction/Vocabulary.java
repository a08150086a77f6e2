package org.duban.extraction;

/** The words by which notes and tables say who does what: one table per kind of word. */
final class Vocabulary {

    /** What a word says about the names beside it. */
    enum Mark {
        LEAD,
        COOPERATE,
        /** Responsible; together with a lead, as one who helps. */
        ANSWER,
        /** A会同B: those before it lead, those behind it help. */
        JOINED_BY
    }

    /** What a label announces. */
    enum Label {
        LEAD,
        COOPERATE,
        ANSWER,
        DEADLINE,
        /** Persons and remarks, which are no departments. */
        OTHER
    }

    /** Labels before a colon, in notes and over columns. */
    static final Lexicon<Label> LABELS = new Lexicon<Label>()
            .add(
                    Label.LEAD,
                    "牵头单位 牵头部门 牵头责任单位 牵头责任部门 责任牵头单位 牵头负责单位 牵头负责部门 牵头落实单位 牵头实施单位 总牵头单位 主牵头单位 "
                            + "主办单位 主办部门 牵头机构 牵头科室 牵头处室 牵头股室 牵头站所 牵头企业 牵头 主办")
            .add(
                    Label.COOPERATE,
                    "配合单位 配合部门 配合责任单位 协同责任单位 协助责任单位 协办责任单位 参与责任单位 责任配合单位 协办单位 协办部门 协助单位 协助部门 协同单位 协同部门 协作单位 协作部门 参加单位 参加部门 "
                            + "参与单位 参与部门 支持单位 成员单位 会办单位 配合科室 配合处室 配合股室 配合站所 配合企业 配合镇街 共同配合单位 配合落实单位 配合 协办 参与 参加 协助 协同 协作")
            .add(
                    Label.ANSWER,
                    "主责单位 主责部门 主要责任单位 主要负责单位 主体责任单位 第一责任单位 主责 责任单位 责任部门 负责单位 负责部门 责任主体 实施主体 实施单位 落实单位 落实部门 承担单位 承办单位 承办部门 执行单位 完成单位 责任处室 责任科室 责任股室 责任站所 责任学院 责任企业 责任镇街 责任村 "
                            + "主管单位 主管部门 责任分工 任务分工 分工单位 工作分工 部门分工 职责分工 责任机构 实施部门 承担部门 推进单位 涉及部门 有关部门和单位 负责 责任")
            .add(
                    Label.DEADLINE,
                    "完成时限 完成时间 完成期限 完成日期 完成时间节点 时限要求 时间要求 时间节点 时间安排 时间进度 进度安排 进度要求 工作时限 落实时限 办理时限 "
                            + "实施时间 实施期限 推进时间 整改时限 工作进度 计划完成时间 时限 期限")
            .add(
                    Label.OTHER,
                    "责任人 责任领导 牵头领导 分管领导 负责人 联系人 责任同志 牵头人 牵头责任人 具体责任人 包联领导 挂点领导 市级领导 省领导 联系电话 备注 分值 "
                            + "资金来源 督导单位 督办单位 督查单位 考核单位 监督单位 审核单位 联系单位 验收单位 运行维护单位 维护单位 抄送单位");

    static final Lexicon<Mark> MARKS = new Lexicon<Mark>()
            .add(
                    Mark.LEAD,
                    "负责牵头 具体牵头 主要牵头 主要负责牵头 共同牵头负责 共同牵头 联合牵头 分别牵头 分工牵头 牵头负责 牵头落实 牵头组织实施 牵头组织 牵头推进 牵头实施 牵头承担 牵头制定 牵头会商 总牵头 "
                            + "牵头抓总 牵头 统筹协调 统筹负责 统筹推进 统筹 主办")
            .add(
                    Mark.COOPERATE,
                    "按职责分工配合 按职责配合 分工配合 积极配合 配合落实 配合实施 密切配合 协同配合 共同配合 参与配合 配合 协助 协办 会办 予以指导 督促指导 加强指导 指导 共同参与 参与 参加 协同 协作")
            .add(
                    Mark.ANSWER,
                    "主责 负总责 总负责 具体负责 分别负责 共同负责 分工负责 分头负责 负责落实 负责实施 负责组织实施 负责推进 负责 组织实施 具体落实 共同落实 分别落实 分工落实 落实 "
                            + "承担 承办 实施 推进 组织推进 共同推进 具体实施 组织落实 抓好落实 抓落实 分别实施 办理 分别办理 执行 研究制定 研究提出 制定 制订 出台")
            .add(Mark.JOINED_BY, "会同 牵头会同 联合 商");

    /** Words between names and mark that say how the work is shared, and nothing else. */
    static final Lexicon<Boolean> MANNERS = new Lexicon<Boolean>()
            .add(
                    true,
                    "按职责分工 按职能分工 按照职责分工 按各自职责分工 按照各自职责分工 按各自职责 按照各自职责 根据职责分工 根据各自职责 依据职责分工 依职责分工 依职责 "
                            + "按职责 按照职责 按职能 按工作职责 按分工 按照分工 职责分工 依据职责 根据职责 结合职责 结合职能 依法 依法依规 分别 共同 具体 联合 分工 分头 "
                            + "在职责范围内 在各自职责范围内 各负其责 各司其职 通力 密切 积极 要 应 等按 按 职责 各自职责");

    /** Words before a name that belong to the sentence around it. */
    static final Lexicon<Boolean> OPENERS = new Lexicon<Boolean>()
            .add(
                    true,
                    "由 均由 分别由 具体由 拟由 主要由 其中由 工作由 此项工作由 该项工作由 本项工作由 具体工作由 相关工作由 上述工作由 此项任务由 该项任务由 以上工作由 请 并由 再由 以及 并 和 与 及 或 其中");

    /** Endings of a body's name that can hardly be anything else when the name stands alone. */
    static final Lexicon<Boolean> BODY_ENDINGS = new Lexicon<Boolean>()
            .add(
                    true,
                    "部 委 办 厅 局 署 院 会 行 社 处 中心 政府 公司 集团 联 海关 大学 学校 支队 总队 大队 警备区 军区 部队 馆 台 站 所 协 组 科 室 专班 指挥部 "
                            + "电网 铁塔 电信 联通 移动 石油 石化 中央 党校 管理区 开发区 示范区 新区 高新区 经开区 试验区 保税区 度假区 风景区 基金 "
                            + "国铁 邮政 烟草 电力 油田 街道 街道办 信用社 机场 农场 林场 党组 医院 学院 分行 支行 军分区 人武部 段 司 园 车站 港 医共体 医联体 联合体 共同体 武警 消防 公安 法院 交易所 研究所 企业 园区 自贸区 片区 联盟 工委 机关 队 团 库 报 网信 气象 银保监 电力 油田 街道 街道办 邮储 联社 信用社 铁路 民航 机场 港务 农场 林场 大学城 党组 书记处 侨联 文联 科协 残联 工商联 记协 作协 国资 供销 乡镇 职院 医院 学院 学会 分行 支行 营管部 分公司 税务 统战");

    /** Words that end like a body but are none. */
    static final Lexicon<Boolean> NO_BODY_ENDINGS = new Lexicon<Boolean>()
            .add(
                    true,
                    "社会 路段 阶段 手段 地段 河段 航段 时段 施行 机会 全部 内部 外部 东部 西部 中部 南部 北部 进行 执行 运行 发行 实行 推行 现行 试行 平行 先行 可行 场所 厕所 到处 之处 互联 物联 关联 车联 "
                            + "都会 干部 局部 深部 底部 顶部 头部 总部 物流组 小康社会 教室 温室 布局 格局 结局 法院系统 社区团 集团化 立委 大会 博览会 交易会 洽谈会 推介会 招聘会 "
                            + "座谈会 研讨会 联席会 发布会 展会 年会 例会 聚会 协会性 班组 重组 机组 改组 学科 专科 百科 门诊部 网站 电站 平台 舞台 一网");

    private Vocabulary() {}
}
