package io.mingjian.store.supervision;

/// 口径: whose figures a report states. Figures of the two kinds are never added to each other.
public enum Coverage {
    /// 本级: the unit's own.
    OWN,
    /// 全区域: those of the unit and all below it.
    AREA
}
