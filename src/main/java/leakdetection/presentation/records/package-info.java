/**
 * The administrators' pages: one list, one detail, one form for all kinds of records, drawn from
 * their descriptions. What a change means is said by each sub-domain's own {@code RecordEditor}.
 */
package leakdetection.presentation.records;
