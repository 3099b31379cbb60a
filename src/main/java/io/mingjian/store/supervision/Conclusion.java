package io.mingjian.store.supervision;

/// What the office decided about a report.
public enum Conclusion {
    /// 退回.
    RETURNED,
    /// 审核通过.
    ACCEPTED,
    /// 已公布.
    PUBLISHED
}
