/**
 * Pure functions over {@code double[]}: distances, matrix profiles and statistics.
 *
 * <p>Nothing here knows sensors, times or storage. Arrays that are handed in are never written to
 * unless the documentation says so. The larger kernels are written as plain loops over array slices
 * because that is what the JIT compiler turns into vector instructions.
 */
package leakdetection.numerics;
