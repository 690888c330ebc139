/**
 * The methane sensors on their templates, with the configuration that operators and engineers
 * change: pinned, interactive feedback, detector and its settings.
 */
package leakdetection.domain.sensors;
