package leakdetection.domain.deletions;

/** How many rows of a table go with something that is deleted. */
public record DependentRows(String table, long rows) {}
