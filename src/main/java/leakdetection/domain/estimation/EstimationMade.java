package leakdetection.domain.estimation;

/** A leak was looked for. Fired after the commit. */
public record EstimationMade(KeptEstimation estimation) {}
