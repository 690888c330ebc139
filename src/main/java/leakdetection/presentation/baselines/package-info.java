/** Baselines over REST: the bank, a sensor's versions, the jobs that tend them, and procedures. */
package leakdetection.presentation.baselines;
