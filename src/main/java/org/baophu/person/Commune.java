package org.baophu.person;

/**
 * A commune-level unit as it stands on some date.
 *
 * @param code five digits of the General Statistics Office; reused over time, so it says nothing
 *     without a date
 * @param fullName with its type, such as {@code Phường Đông Kinh}
 * @param name without its type
 */
public record Commune(String code, String fullName, String name) {}
