package io.mingjian.store.supervision;

/// What sort of body a unit is.
public enum UnitKind {
    /// 省、市、县（区）人民政府.
    GOVERNMENT,
    /// 政府部门.
    DEPARTMENT,
    /// 乡镇人民政府.
    TOWNSHIP,
    /// 街道办事处.
    SUB_DISTRICT,
    /// 其他机构.
    INSTITUTION
}
