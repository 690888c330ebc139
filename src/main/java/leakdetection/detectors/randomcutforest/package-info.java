/**
 * The detector {@code random-cut-forest}: an independent second opinion by a well-kept library.
 *
 * <p>A forest of random cuts over the last eight readings, learned from the baseline and kept up
 * with the readings. {@link leakdetection.detectors.randomcutforest.ForestState} turns a forest
 * into bytes with the library's state mappers.
 */
package leakdetection.detectors.randomcutforest;
