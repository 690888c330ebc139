/** Jobs over REST: how far they are, what came of them, and calling them off. */
package leakdetection.presentation.jobs;
