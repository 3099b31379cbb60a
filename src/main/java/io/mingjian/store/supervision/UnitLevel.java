package io.mingjian.store.supervision;

/// Which level of government a unit belongs to; a department is of the level of its government.
public enum UnitLevel {
    NATION,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
}
