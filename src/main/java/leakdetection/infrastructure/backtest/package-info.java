/**
 * The files of a backtest: benchmark folders and histories in, levels and figures out.
 *
 * <p>Plain and gzipped CSV. What is read is checked with file and line; what is written appears
 * whole or not at all.
 */
package leakdetection.infrastructure.backtest;
