/** Backtests over REST. */
package leakdetection.presentation.backtest;
