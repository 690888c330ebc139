/**
 * The baselines that sensors are judged by: the bank that the product comes with, the versions in
 * force and the one copy of each that all detectors share.
 */
package leakdetection.application.baselines;
