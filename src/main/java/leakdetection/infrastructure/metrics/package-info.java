/**
 * The figures under {@code /metrics}: what came in, what was judged, and how far behind the judging
 * is.
 *
 * <p>They are counted from the domain's events, so nobody has to know this package.
 */
package leakdetection.infrastructure.metrics;
