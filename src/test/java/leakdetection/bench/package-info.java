/**
 * Benchmarks: the kernels with JMH, and memory. {@code docs/benchmarks.md} has a command for each.
 * None of them runs with the tests.
 */
package leakdetection.bench;
